import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { listFiles } from '../../../campaigns/files/list-files-fs.ts';
import { repeat } from '../process/repeat.ts';
import { type Drain, type DrainOptions, startDrain } from './drain.ts';
import { isSegmentName } from './segment-reader.ts';
import { openSpool, type Spool, type SpoolOptions, SpoolTakenError } from './spool.ts';

export interface OwnSpoolOptions
  extends Omit<SpoolOptions, 'folder'>,
    Pick<DrainOptions, 'store' | 'batchLimit' | 'pauseMs' | 'longestPauseMs' | 'standBackMs'> {
  /** The first process has this folder, the second `…-2`, and so on. */
  base: string;
  /** Told of trouble with where records go. */
  onDrainTrouble?: (error: Error) => void;
  /** One that is open already, in place of the first free one. */
  opened?: Spool | undefined;
  /** How often it is looked for what dead processes have left. */
  adoptEveryMs?: number;
  /** Settles what else a dead process left in its folder, once all of its records are stored. */
  settleLeft?: (folder: string) => Promise<void>;
  /** Gives up waiting for the database at the start. */
  signal?: AbortSignal;
}

/** A spool that is carried into the database; no other process of this machine has the same. */
export interface OwnSpool {
  spool: Spool;
  /** Stores what is spooled, as far as the database takes it; the rest stays for the next start. */
  close(): Promise<void>;
}

/** More processes than a machine runs. */
const mostFolders = 64;
const usualAdoptMs = 30_000;
const againMs = 1000;

/** Opens the first folder that no process has, and takes over what is in those of processes that died. */
export async function openOwnSpool(options: OwnSpoolOptions): Promise<OwnSpool> {
  const { adoptEveryMs = usualAdoptMs } = options;
  const spool = options.opened ?? (await openFreeSpool(options));
  // Before anything new goes into the folder.
  if (options.settleLeft !== undefined) await settleAtStart(options, spool);
  const drain = startOwnDrain(options, spool);
  const adopting = repeat(() => adoptLeft(options), {
    pauseMs: adoptEveryMs,
    onTrouble: (error) => options.onTrouble?.(error),
  });
  void adopting.run();
  return {
    spool,
    async close() {
      await adopting.stop();
      await drain.stop();
      await spool.close();
    },
  };
}

/** Opens the first folder that no process has. */
export async function openFreeSpool(
  options: Omit<OwnSpoolOptions, 'store' | 'opened'>,
): Promise<Spool> {
  const { base } = options;
  let unusable: Error | undefined;
  for (let count = 1; count <= mostFolders; count += 1) {
    const folder = count === 1 ? base : `${base}-${count}`;
    try {
      const found = await openUnlessTaken(options, folder);
      if (found !== undefined) return found;
    } catch (cause) {
      const text = `Expected to be able to use the spool ${folder}, got ${(cause as Error).message}`;
      // Where no folder can be used there is another reason than what is in one of them.
      if (unusable !== undefined) throw unusable;
      unusable = new Error(text, { cause });
      options.onTrouble?.(unusable);
    }
  }
  throw new Error(`Expected ${mostFolders} processes at most for the spool ${base}, got more`);
}

/** Carries away what is in folders that no process has. Its records have the ids that they had. */
async function adoptLeft(options: OwnSpoolOptions): Promise<void> {
  const { settleLeft } = options;
  for (const folder of await listFolders(options.base)) {
    if (settleLeft === undefined && !listFiles(folder).some(isSegmentName)) continue;
    const left = await openUnlessTaken(options, folder);
    if (left === undefined) continue;
    try {
      await carryLeft(options, left);
    } finally {
      await left.close();
    }
  }
}

async function settleAtStart(options: OwnSpoolOptions, spool: Spool): Promise<void> {
  const { onDrainTrouble, signal } = options;
  while (signal?.aborted !== true) {
    const isDone = await carryLeft(options, spool).catch((error: Error) => {
      onDrainTrouble?.(error);
      return false;
    });
    if (isDone) return;
    await wait(againMs, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  }
}

/** @returns whether nothing is left of an earlier process */
async function carryLeft(options: OwnSpoolOptions, spool: Spool): Promise<boolean> {
  await startOwnDrain(options, spool).stop();
  if (options.settleLeft === undefined) return true;
  if ((await spool.next(1)).records.length > 0) return false;
  await options.settleLeft(spool.folder);
  return true;
}

function startOwnDrain(options: OwnSpoolOptions, spool: Spool): Drain {
  const { onDrainTrouble } = options;
  return startDrain({ ...options, spool, onTrouble: (error) => onDrainTrouble?.(error) });
}

async function openUnlessTaken(
  options: Omit<OwnSpoolOptions, 'store'>,
  folder: string,
): Promise<Spool | undefined> {
  const { segmentBytes, onTrouble, create } = options;
  try {
    return await openSpool({
      folder,
      ...(segmentBytes !== undefined && { segmentBytes }),
      onTrouble,
      create,
    });
  } catch (error) {
    if (error instanceof SpoolTakenError) return undefined;
    throw error;
  }
}

async function listFolders(base: string): Promise<string[]> {
  const name = basename(base);
  const entries = await readdir(dirname(base), { withFileTypes: true });
  return entries
    .filter(
      (entry) =>
        entry.isDirectory() &&
        (entry.name === name || /^-\d{1,2}$/.test(entry.name.slice(name.length))) &&
        entry.name.startsWith(name),
    )
    .map((entry) => join(dirname(base), entry.name))
    .sort();
}
