import { statfs } from 'node:fs/promises';

const codes = new Set(['ENOSPC', 'EDQUOT', '53100']);
/** Words of a child process, of PostgreSQL's other codes or a library for it. */
const words = /\b(ENOSPC|EDQUOT)\b|No space left on device|Disk quota exceeded|disk is full/i;
const leastRoomBytes = 2 ** 20;

/** Whether an error only says that a disk is full: this machine's, or that of PostgreSQL (53100). */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (codes.has(code) || words.test(error.message)) return true;
  if (error instanceof AggregateError) return error.errors.some(isDiskFull);
  return isDiskFull(error.cause);
}

/** @throws an error of a full disk when next to nothing can be written to the disk of a folder */
export async function expectRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= leastRoomBytes) return;
  const text = `Expected room on the disk of ${folder}, got ${bavail * bsize} bytes: make room`;
  throw Object.assign(new Error(text), { code: 'ENOSPC' });
}
