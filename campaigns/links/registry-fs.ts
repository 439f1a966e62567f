import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeWholeFile } from '../files/whole-file-fs.ts';
import {
  type Assignment,
  assignSerials,
  buildRegistry,
  type Owner,
  ownerKey,
  type Registry,
} from './registry.ts';
import { formatRegistry, parseRegistry } from './registry-csv.ts';

/** Name of the file below `DATA_DIR` that grows on an installation: stations by override, and blasts. */
export const grownFileName = 'codes.csv';

/**
 * Reads the campaign's committed `codes.csv` and, where it exists, the installation's grown file over it.
 * @throws with file and row, when a line is wrong or a serial stands twice
 */
export function loadRegistry(from: { campaignFolder: string; grownFile?: string }): Registry {
  const committedFile = join(from.campaignFolder, 'codes.csv');
  const committed = parseRegistry(readFileSync(committedFile, 'utf8'), committedFile, 'committed');
  if (from.grownFile === undefined || !existsSync(from.grownFile)) return buildRegistry(committed);
  const grown = parseRegistry(readFileSync(from.grownFile, 'utf8'), from.grownFile, 'grown');
  return buildRegistry(committed, grown);
}

/**
 * Gives serials to owners that have none in the grown file and returns the lines of all owners asked for.
 * Several processes may call it at once; a file is either the old one or the whole new one. Ask
 * `registry.has(owner)` first: owners of the committed file need no second serial.
 */
export async function growRegistry(file: string, owners: readonly Owner[]): Promise<Assignment[]> {
  await mkdir(dirname(file), { recursive: true });
  return withLock(`${file}.lock`, async () => {
    const existing = existsSync(file)
      ? parseRegistry(await readFile(file, 'utf8'), file, 'grown')
      : [];
    const added = assignSerials(existing, owners, 'grown');
    const all = [...existing, ...added];
    if (added.length > 0) await writeWholeFile(file, formatRegistry(all, 'grown'));
    const asked = new Set(owners.map(ownerKey));
    return all.filter(({ owner }) => asked.has(ownerKey(owner)));
  });
}

const lockTimeoutMs = 10_000;
const lockRetryMs = 5;

/** Holds a lock file with our process id; one whose process is gone is taken over. */
async function withLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + lockTimeoutMs;
  while (!(await createLock(lock))) {
    if (Date.now() > deadline) {
      throw new Error(
        `Expected ${lock} to be released within ${lockTimeoutMs} ms; delete it if no process uses it`,
      );
    }
    await dropAbandoned(lock);
    await wait(lockRetryMs);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function createLock(lock: string): Promise<boolean> {
  try {
    const handle = await open(lock, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Only the holder of a second lock may drop the first: two of them would drop a fresh lock. */
async function dropAbandoned(lock: string): Promise<void> {
  const holder = existsSync(lock) ? Number(await readFile(lock, 'utf8').catch(() => '')) : 0;
  if (!Number.isInteger(holder) || holder === 0 || isRunning(holder)) return;
  const second = `${lock}.drop`;
  if (!(await createLock(second))) return;
  try {
    const stillHolder = Number(await readFile(lock, 'utf8').catch(() => ''));
    if (stillHolder === holder) await rm(lock, { force: true });
  } finally {
    await rm(second, { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
