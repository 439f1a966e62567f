import { type DatabaseFault, databaseSentence } from '../../../campaigns/words/database-words.ts';

/** Codes of a socket that does not come about or breaks. */
const socketCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** SQLSTATEs of a server that starts, stops or is full: class 08, and those of appendix A of PostgreSQL's manual. */
const serverCodes = /^(08\w{3}|57P0[123]|53300)$/;

/** Messages of pg that have no code. */
const messages =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Client was closed)/;

/** The database is not there yet, or does not have its tables yet. */
export class NotReadyError extends Error {}

/** Everything that needs the database waits until somebody acts: it is another one, or damaged. */
export class DatabaseStoppedError extends NotReadyError {
  readonly fault: DatabaseFault;

  constructor(fault: DatabaseFault, options?: ErrorOptions) {
    super(databaseSentence(fault).en, options);
    this.fault = fault;
  }
}

/** Why the database is stopped, where an error says that; undefined for any other. */
export function findStop(error: unknown): DatabaseStoppedError | undefined {
  if (error instanceof DatabaseStoppedError) return error;
  return error instanceof Error ? findStop(error.cause) : undefined;
}

/** PostgreSQL's data_corrupted, index_corrupted and undefined_file: what lies on the disk is not what was written. */
const damageStates = new Set(['XX001', 'XX002', '58P01']);

export function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return damageStates.has((error as NodeJS.ErrnoException).code ?? '') || isDamage(error.cause);
}

/** Whether an error only says that the database is not there now, so that the same may succeed later. */
export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof NotReadyError || messages.test(error.message)) return true;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code !== undefined && (socketCodes.has(code) || serverCodes.test(code))) return true;
  // The socket of a PostgreSQL on this machine; a file that is missing is something else.
  if (syscall === 'connect' && (code === 'ENOENT' || code === 'EACCES')) return true;
  return isConnectionError(error.cause);
}

/**
 * SQLSTATE classes and codes of a server that is full or busy, not of a statement that it refuses: refused login, a
 * database that is being moved, rollback for another transaction's sake, insufficient resources; idle timeout; a statement
 * that was cancelled or found a lock taken; a standby before it takes over; input or output error.
 */
const passingClasses = /^(28|3D|40|53)\w{3}$/;
const passingStates = new Set(['57P05', '57014', '55P03', '25006', '58030']);

/** Whether the same statement may succeed later, since the database was not reached or had no room. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (isConnectionError(error) || passingClasses.test(code) || passingStates.has(code)) return true;
  return (
    code === '' && (/^Query read timeout/.test(error.message) || isLostConnection(error.cause))
  );
}
