import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { type Database, openDatabase } from '../database.ts';
import { migrate, readMigrations } from '../migrations-fs.ts';
import { dumpDatabase } from './dump.ts';
import { copyIn, copyOut, type FilePlaces, filesToCopy } from './files.ts';
import { loadDatabase } from './load.ts';
import { type Backup, type BackupFile, backupFileName, readBackup } from './manifest.ts';

/** Where the data of an installation is. */
export interface Installation extends FilePlaces {
  databaseUrl: string | undefined;
}

/**
 * Writes a backup into a folder that does not exist yet, while the service runs. The spool is copied first, so that no
 * scan falls between it and the database; pictures last, so that every one that the database names is there.
 */
export async function backUp(
  database: Database,
  places: FilePlaces,
  folder: string,
): Promise<Backup> {
  if (existsSync(folder)) throw new Error(`Expected a new folder for the backup, got ${folder}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const [spool = '', ...others] = (await filesToCopy(places)).filter(
    (name) => !`${resolve(folder)}${sep}`.startsWith(`${resolve(places.dataDir, name)}${sep}`),
  );
  const files: BackupFile[] = await copyOut(places, spool, folder);
  const dump = await dumpDatabase(database.pool, folder);
  for (const name of others) files.push(...(await copyOut(places, name, folder)));
  const backup: Backup = { format: 1, createdAt: new Date().toISOString(), ...dump, files };
  await writeFile(join(folder, backupFileName), `${JSON.stringify(backup, null, 2)}\n`);
  return backup;
}

/**
 * Restores a backup into an empty database and data folder, of either engine, and brings it to this version.
 * @throws before anything is changed, when the backup is damaged or newer than this version, or data is there already
 */
export async function restore(folder: string, installation: Installation): Promise<Backup> {
  const backup = await readBackup(folder);
  const migrations = migrationsOf(backup);
  const database = await openDatabase({
    url: installation.databaseUrl,
    dataDir: installation.dataDir,
    migrations: [],
  }).catch((cause: unknown) => {
    throw new Error(`Expected an empty database: ${(cause as Error).message}`, { cause });
  });
  try {
    await migrate(database.pool, migrations);
    await loadDatabase(database.pool, backup, folder);
    await migrate(database.pool, readMigrations());
    await copyIn(backup.files, folder, installation);
    return backup;
  } finally {
    await database.close();
  }
}

function migrationsOf(backup: Backup) {
  const own = new Map(readMigrations().map((migration) => [migration.name, migration]));
  return backup.migrations.map(({ name, sha256 }) => {
    const migration = own.get(name);
    if (migration?.sha256 !== sha256) {
      throw new Error(
        `Expected a backup of this version or an older one, got ${name} (sha256 ${sha256}), which is unknown here`,
      );
    }
    return migration;
  });
}
