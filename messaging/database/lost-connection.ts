/**
 * SQLSTATE classes and codes of a server that is away, full or busy, not of a statement that it refuses: connection
 * exception, refused login, insufficient resources, rollback for another transaction's sake; shutdown, crash, start-up
 * and idle timeout; a database that is being moved; a statement that was cancelled or found a lock taken; a standby
 * before it takes over; input or output error.
 */
const passingClasses = ['08', '28', '3D', '40', '53'];
const passingStates = ['57P01', '57P02', '57P03', '57P05', '57014', '55P03', '25006', '58030'];

/** What the operating system says of a host or socket that does not answer; ENOENT: of a Unix socket. */
const systemCodes = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
];

/** pg and its pool give these no code. */
const messages = [
  /^Connection terminated/,
  /^timeout exceeded when trying to connect/,
  /^Client has encountered a connection error/,
  /^Query read timeout/,
];

/** Whether the same statement may succeed later, since the database was not reached or had no room. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) {
    return messages.some((message) => message.test(error.message)) || isLostConnection(error.cause);
  }
  return (
    passingStates.includes(code) ||
    systemCodes.includes(code) ||
    (/^[0-9A-Z]{5}$/.test(code) && passingClasses.includes(code.slice(0, 2)))
  );
}
