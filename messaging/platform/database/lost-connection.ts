import { isConnectionError } from './connection-error.ts';

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
