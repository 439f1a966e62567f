import { closeSync, existsSync, mkdirSync, openSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';

/** A lock that one process in a machine can hold; the kernel frees it when the process dies, however it dies. */
export interface FileLock {
  release(): void;
}

const sqliteBusy = 5;
const sqliteNotOurs = 26;
/** Pauses between two tries: short ones at first, as most locks are held for a moment. */
const firstRetryMs = 5;
const longestRetryMs = 200;

/**
 * Takes the lock of a file, or returns null when another holder has it. Node has no flock(2); SQLite takes a
 * POSIX lock on its file, which needs no process id that could be stale or reused. The file stays behind, empty:
 * to delete it would let a second holder in beside one that has the deleted file. What a disk left in it is emptied out.
 */
export function tryFileLock(path: string): FileLock | null {
  mkdirSync(dirname(path), { recursive: true });
  // Made by us and not by SQLite: nobody else of the machine has to do with it. One that is there is left alone, since to
  // close any descriptor of a file gives up the process's POSIX locks on it.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    const { errcode } = error as { errcode?: number };
    if (errcode === sqliteBusy) return null;
    if (errcode !== sqliteNotOurs) throw error;
    truncateSync(path);
    return tryFileLock(path);
  }
  return { release: () => file.close() };
}

/**
 * Works while it holds the lock of a file; waits its turn.
 * @throws when another holder keeps the lock longer than the limit
 */
export async function withFileLock<T>(
  path: string,
  limitMs: number,
  work: () => Promise<T>,
): Promise<T> {
  const deadline = Date.now() + limitMs;
  let lock = tryFileLock(path);
  for (let pauseMs = firstRetryMs; lock === null; pauseMs = Math.min(2 * pauseMs, longestRetryMs)) {
    if (Date.now() > deadline) {
      throw new Error(`Expected ${path} to be released within ${limitMs} ms, another holds it`);
    }
    await wait(pauseMs);
    lock = tryFileLock(path);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}
