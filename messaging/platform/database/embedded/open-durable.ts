import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { syncPath, syncTree } from '../../../../campaigns/files/sync-fs.ts';
import { DurableFiles, durableStart } from './durable-files.ts';

/**
 * Opens the database in `folder`; what it commits is on the disk. The first start writes a thousand files, so a
 * mark beside the folder says that it is not finished: after a power cut in it the database is created again, since
 * nothing was in it yet.
 */
export async function openDurable(
  folder: string,
  onFailure: (error: Error) => void,
): Promise<PGlite> {
  const unfinished = `${folder}.unfinished`;
  const parent = dirname(folder);
  const isNew = existsSync(unfinished) || !existsSync(join(folder, 'PG_VERSION'));
  if (isNew) {
    if (existsSync(unfinished)) rmSync(folder, { recursive: true, force: true });
    // Not ours to delete: what an unknown hand left where the database should be.
    else if (existsSync(folder)) renameSync(folder, `${folder}.unreadable-${Date.now()}`);
    writeFileSync(unfinished, '');
    await syncPath(unfinished);
    await syncPath(parent);
  }
  const database = await PGlite.create({
    fs: new DurableFiles(folder, onFailure),
    startParams: durableStart,
  });
  if (isNew) {
    await syncTree(folder);
    await syncPath(parent);
    rmSync(unfinished);
    await syncPath(parent);
  }
  return database;
}
