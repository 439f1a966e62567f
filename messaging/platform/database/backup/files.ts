import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { lstat, mkdir, readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BackupFile } from './manifest.ts';
import { type BackupStore, placeBelow, privateFile, privateFolder } from './store.ts';

/**
 * Not copied: what is made again (print files, site, caches), what the dump has (database), hints (Redis), other backups, letters
 * with one-time links, the day's salt, which nobody may keep, practice, lists of which it is not known yet whether they may be kept, and
 * the folder's note of its database.
 */
const leftOut =
  /^(print|site(\..+)?|cache|postgres(\.damaged)?|redis(\.damaged-.*)?|backups|salts|outbox|practice|uploads(-\d+)?(\.lock)?|installation\.json)$/;
/** Pictures, spool and the session secret are nobody else's to read. */

/** The name under which a backup keeps the spool, wherever the installation has it. */
export const spoolName = 'spool';

/** Where the files of an installation are. */
export interface FilePlaces {
  dataDir: string;
  /** Often a separate disk; without it `spool` below `dataDir`. */
  spoolDir?: string | undefined;
}

/** Names of what belongs to a backup, the spool first. */
export async function filesToCopy({ dataDir, spoolDir }: FilePlaces): Promise<string[]> {
  const names = existsSync(dataDir) ? await readdir(dataDir) : [];
  const others = names.filter((name) => {
    const isSpool = resolve(dataDir, name) === resolve(findPlace(spoolName, { dataDir, spoolDir }));
    return !leftOut.test(name) && name !== spoolName && !isSpool;
  });
  return [spoolName, ...others.sort()];
}

/** Copies a file or folder into the backup; files that vanish meanwhile were taken into the database. */
export async function copyOut(
  places: FilePlaces,
  name: string,
  store: BackupStore,
): Promise<BackupFile[]> {
  const copied: BackupFile[] = [];
  const source = findPlace(name, places);
  for (const path of existsSync(source) ? await listFiles(source) : []) {
    const below = join(name, relative(source, path));
    try {
      const sha256 = await store.put(join('files', below), createReadStream(path));
      copied.push({ path: below, sha256 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return copied;
}

/** @throws when a file of a backup would lie outside of the installation */
export function checkPlaces(files: readonly BackupFile[], places: FilePlaces): void {
  for (const { path } of files) findPlace(path, places);
}

/**
 * Puts the files of a backup back. Those that are there stay where the folder is that of the backup's installation.
 * @throws when one is there already in any other folder
 */
export async function copyIn(
  files: readonly BackupFile[],
  store: BackupStore,
  { keep, ...places }: FilePlaces & { keep: boolean },
): Promise<void> {
  for (const { path } of files) {
    const target = findPlace(path, places);
    if (keep && existsSync(target)) continue;
    await mkdir(dirname(target), { recursive: true, mode: privateFolder });
    await pipeline(
      store.get(`files/${path}`),
      createWriteStream(target, { flags: 'wx', mode: privateFile }),
    );
  }
}

/** Where a file of a backup is in the installation. */
function findPlace(path: string, { dataDir, spoolDir }: FilePlaces): string {
  if (spoolDir === undefined) return placeBelow(dataDir, path);
  if (path === spoolName) return spoolDir;
  return path.startsWith(`${spoolName}/`)
    ? placeBelow(spoolDir, path.slice(spoolName.length + 1))
    : placeBelow(dataDir, path);
}

/** Files at a path and below it; sockets, pipes and locks are nothing to keep. */
async function listFiles(path: string): Promise<string[]> {
  const found = await lstat(path);
  if (found.isFile()) return [path];
  if (!found.isDirectory()) return [];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name !== 'lock')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
