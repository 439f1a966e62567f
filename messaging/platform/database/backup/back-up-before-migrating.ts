import { join } from 'node:path';
import type { Pool } from 'pg';
import { hourMs } from '../../../../campaigns/durations.ts';
import { withFileLock } from '../../../../campaigns/files/file-lock-fs.ts';
import { checkDataDir } from '../../process/data-dir-fs.ts';
import { version } from '../../process/version.ts';
import { type Database, type DatabaseOptions, openDatabase } from '../database.ts';
import { judgeEmpty } from '../identity/identity.ts';
import { expectSame, nameDatabase } from '../identity/identity-sql.ts';
import { keepNote } from '../identity/note-fs.ts';
import { listPending, type Migration, migrate } from '../migrations-fs.ts';
import { queryRow } from '../sql.ts';
import type { Queryable } from '../transaction.ts';
import { backUpDatabase } from './backup.ts';
import type { SecretPlace } from './secrets.ts';

/** An installation's settings, as far as its database needs them. */
export interface DatabaseSettings extends SecretPlace {
  databaseUrl: string | undefined;
  /** Encrypts the backup, where it is set. */
  backupPassphrase: string | undefined;
}

/** A large database takes minutes; another process of this machine waits for it. */
const lockLimitMs = hourMs;

interface OpenOptions extends Partial<DatabaseOptions> {
  tell?: (folder: string) => void;
  /** Takes on a database that is not the one that the data folder notes. */
  accept?: boolean;
}

/**
 * Opens the database of an installation, unless it is another one than the data folder notes; before it is migrated a
 * backup is made, whose folder is told.
 */
export async function openInstalledDatabase(
  settings: DatabaseSettings,
  { tell = tellTerminal, accept = false, ...options }: OpenOptions = {},
): Promise<Database> {
  const { databaseUrl: url, dataDir } = settings;
  checkDataDir(dataDir);
  const check = (database: Queryable) => expectSame(dataDir, database);
  const whyNotMade = () => judgeEmpty(keepNote(dataDir));
  return openDatabase({
    url,
    dataDir,
    ...(accept ? {} : { check, whyNotMade }),
    async migrate(pool, migrations) {
      const ran = await migrateAfterBackup(settings, tell, [pool, migrations]);
      await nameDatabase(pool, dataDir, accept ? null : keepNote(dataDir).id);
      return ran;
    },
    ...options,
  });
}

function tellTerminal(folder: string): void {
  process.stderr.write(`Backup before the database is brought to version ${version}: ${folder}\n`);
}

/**
 * Migrates as `migrate`, after a backup of the database where it holds data and something is to be migrated: the way back to
 * the version before. Of several processes that start at once on a machine one makes it.
 */
async function migrateAfterBackup(
  settings: DatabaseSettings,
  tell: (folder: string) => void,
  [pool, migrations]: [Pool, readonly Migration[]],
): Promise<string[]> {
  const isNeeded = async () =>
    (await listPending(pool, migrations)).length > 0 && (await holdsData(pool));
  if (!(await isNeeded())) return migrate(pool, migrations);
  const backups = join(settings.dataDir, 'backups');
  return withFileLock(join(backups, '.migration.lock'), lockLimitMs, async () => {
    if (await isNeeded()) {
      const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
      const folder = join(backups, `before-${version}-${moment}`);
      await backUpDatabase(pool, settings, { folder, passphrase: settings.backupPassphrase });
      tell(folder);
    }
    return migrate(pool, migrations);
  });
}

/** Whatever an officer does is in the audit log; a scan is not. */
async function holdsData(pool: Pool): Promise<boolean> {
  const row = await queryRow<{ found: boolean }>(pool)`
    SELECT EXISTS (SELECT FROM audit_entry) OR EXISTS (SELECT FROM scan) AS found`;
  return row?.found ?? false;
}
