import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BackupFile } from './manifest.ts';
import type { BackupStore } from './store.ts';

/**
 * Not copied: what is made again (print files), what the dump has (database), hints (Redis), other backups, letters
 * with one-time links, the day's salt, which nobody may keep, and lists of which it is not known yet whether they may be kept.
 */
const leftOut =
  /^(print|postgres|redis(\.damaged-.*)?|backups|salts|outbox|uploads(-\d+)?(\.lock)?)$/;
/** Pictures, spool and the session secret are nobody else's to read. */
const privateFolder = 0o700;
const privateFile = 0o600;

/** The name under which a backup keeps the spool, wherever the installation has it. */
export const spoolName = 'spool';

/** Where the files of an installation are. */
export interface FilePlaces {
  dataDir: string;
  /** Often a disk of its own; without it `spool` below `dataDir`. */
  spoolDir?: string | undefined;
}

/** Names of what belongs to a backup, the spool first. */
export async function filesToCopy({ dataDir, spoolDir }: FilePlaces): Promise<string[]> {
  const names = existsSync(dataDir) ? await readdir(dataDir) : [];
  const others = names.filter((name) => {
    const isSpool = resolve(dataDir, name) === resolve(placeOf(spoolName, { dataDir, spoolDir }));
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
  const source = placeOf(name, places);
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

/** Puts the files of a backup back. @throws when one is there already */
export async function copyIn(
  files: readonly BackupFile[],
  store: BackupStore,
  places: FilePlaces,
): Promise<void> {
  for (const { path } of files) {
    const target = placeOf(path, places);
    await mkdir(dirname(target), { recursive: true, mode: privateFolder });
    await pipeline(
      store.get(join('files', path)),
      createWriteStream(target, { flags: 'wx', mode: privateFile }),
    );
  }
}

/** Where a file of a backup lies in the installation. */
function placeOf(path: string, { dataDir, spoolDir }: FilePlaces): string {
  const below = relative(spoolName, path);
  const isSpool = below === '' || !below.startsWith('..');
  return isSpool ? join(spoolDir ?? join(dataDir, spoolName), below) : join(dataDir, path);
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
