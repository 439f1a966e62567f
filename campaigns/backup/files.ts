import { existsSync } from 'node:fs';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type BackupFile, hashFile } from './manifest.ts';

/**
 * Not copied: what is made again (print files), what the dump has (database), hints (Redis), other backups, and
 * the day's salt, which nobody may keep.
 */
const leftOut = new Set(['print', 'postgres', 'redis', 'backups', 'salts']);

/** Names of what belongs to a backup below `DATA_DIR`. */
export async function filesToCopy(dataDir: string): Promise<string[]> {
  const names = existsSync(dataDir) ? await readdir(dataDir) : [];
  return names.filter((name) => !leftOut.has(name)).sort();
}

/** Copies a file or folder of `DATA_DIR` into the backup; files that vanish meanwhile were taken into the database. */
export async function copyOut(
  dataDir: string,
  name: string,
  folder: string,
): Promise<BackupFile[]> {
  const copied: BackupFile[] = [];
  for (const path of await listFiles(join(dataDir, name))) {
    const below = relative(dataDir, path);
    const target = join(folder, 'files', below);
    await mkdir(dirname(target), { recursive: true });
    try {
      await cp(path, target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
      throw error;
    }
    copied.push({ path: below, sha256: await hashFile(target) });
  }
  return copied;
}

/** Puts the files of a backup back. @throws when one is there already */
export async function copyIn(
  files: readonly BackupFile[],
  folder: string,
  dataDir: string,
): Promise<void> {
  for (const { path } of files) {
    await mkdir(dirname(join(dataDir, path)), { recursive: true });
    await cp(join(folder, 'files', path), join(dataDir, path), {
      errorOnExist: true,
      force: false,
    });
  }
}

async function listFiles(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOTDIR') return undefined;
      throw error;
    },
  );
  if (entries === undefined) return [path];
  return entries
    .filter((entry) => entry.isFile() && entry.name !== 'lock')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
