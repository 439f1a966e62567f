import { constants, cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { cacheFolder } from '../../../../campaigns/files/cache-folder.ts';
import { makeFolder, syncTree } from '../../../../campaigns/files/sync-fs.ts';

/** Fills a folder that is not there with a new database: a copy, since PostgreSQL's initdb in WASM takes five seconds. */
export async function copyEmpty(folder: string): Promise<void> {
  const kept = await keepEmpty();
  cpSync(kept, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
}

/** @returns an empty database of PGlite's version in the cache, there whole or not at all */
async function keepEmpty(): Promise<string> {
  const description = new URL('../package.json', import.meta.resolve('@electric-sql/pglite'));
  const { version } = JSON.parse(readFileSync(description, 'utf8')) as { version: string };
  const kept = join(cacheFolder(process.env), 'empty-database', version);
  if (existsSync(kept)) return kept;
  await makeFolder(dirname(kept));
  const making = `${kept}-${process.pid}-${threadId}`;
  const database = await PGlite.create(making);
  await database.close();
  await syncTree(making);
  try {
    renameSync(making, kept);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    // Another process was first.
    if (!existsSync(kept)) throw error;
  }
  return kept;
}
