import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../../campaigns/files/sync-fs.ts';
import { writeWholeFile } from '../../../campaigns/files/whole-file-fs.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { hashFile } from '../../platform/process/hash-file.ts';
import type { MasteredTake } from './current-takes.ts';
import { takeFileName } from './master.ts';

/**
 * Keeps `radio/takes/<script>.wav` of the print folder as the current takes are, on every machine: the film's generator
 * looks for its voice there.
 */
export function createLaidTakes(options: {
  printDir: string;
  store: FileStore;
  scripts: readonly { id: string }[];
}): { lay(takes: ReadonlyMap<string, MasteredTake>): Promise<void> } {
  const { printDir, store, scripts } = options;
  const folder = join(printDir, 'radio', 'takes');
  /** The take that is there, as far as this process knows. */
  const laid = new Map<string, string | null>();

  async function layOne(id: string, take: MasteredTake | undefined): Promise<void> {
    const path = join(folder, `${id}.wav`);
    if (take === undefined) return rm(path, { force: true });
    if ((await hashIfThere(path)) === take.master.files.master.sha256) return;
    const file = await store.get(`${take.key}/${takeFileName('master')}`);
    if (file === undefined) throw new Error(`Expected the master of take ${take.id}, got none`);
    await makeFolder(folder);
    await writeWholeFile(path, file.content);
  }
  return {
    async lay(takes) {
      for (const { id } of scripts) {
        const take = takes.get(id);
        const key = take?.key ?? null;
        if (laid.get(id) === key) continue;
        await layOne(id, take);
        laid.set(id, key);
      }
    },
  };
}

/** Undefined for a file that does not exist. */
async function hashIfThere(path: string): Promise<string | undefined> {
  try {
    return await hashFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
