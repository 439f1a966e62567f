import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { tryFileLock } from '../../../campaigns/files/file-lock-fs.ts';
import { isPractice, noteFileName } from '../../../campaigns/practice-fs.ts';
import { loadConfig } from '../../config.ts';
import { openInstalledDatabase } from '../../platform/database/backup/back-up-before-migrating.ts';
import { notePractice } from '../../platform/database/identity/note-fs.ts';
import { loadSample, type SampleOutcome } from './sample-data.ts';

/**
 * Makes a folder one of practice, with the sample in its database; one that is there stays as it is.
 * @throws for a folder that holds anything else
 */
export async function layOutPractice(folder: string): Promise<SampleOutcome> {
  if (!existsSync(folder) || readdirSync(folder).length === 0) notePractice(folder);
  expectPractice(folder);
  const config = loadConfig({ ...process.env, DATA_DIR: folder });
  const database = await openInstalledDatabase(config);
  try {
    return await loadSample(database, {
      directory: loadDirectory({ campaign: config.campaign }),
      campaign: loadCampaign(config.campaign, config.published),
    });
  } finally {
    await database.close();
  }
}

/**
 * Deletes a folder of practice whole, its database in it.
 * @throws for any other folder, and while a service runs there
 */
export function removePractice(folder: string): { files: number; bytes: number } {
  if (!existsSync(folder)) throw new Error(`Expected a practice in ${folder}, got none`);
  expectPractice(folder);
  const lock = tryFileLock(join(folder, 'postgres', 'lock'));
  if (lock === null)
    throw new Error(`Expected the practice in ${folder} to be stopped, got one that runs`);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => lstatSync(join(parentPath, name)).size);
  // Its note goes last, so that what an interruption leaves is still known.
  for (const name of readdirSync(folder))
    if (name !== noteFileName) rmSync(join(folder, name), { recursive: true, force: true });
  rmSync(folder, { recursive: true });
  lock.release();
  return { files: files.length, bytes: files.reduce((sum, size) => sum + size, 0) };
}

function expectPractice(folder: string): void {
  if (!isPractice(folder))
    throw new Error(
      `Expected a folder of practice (${noteFileName} in it says so), got ${folder}: it is left alone`,
    );
}
