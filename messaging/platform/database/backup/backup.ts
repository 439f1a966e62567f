import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { isPractice } from '../../../../campaigns/practice-fs.ts';
import { shortId } from '../../../../campaigns/words/database-words.ts';
import { recordAudit } from '../audit-log-sql.ts';
import { type Database, openDatabase } from '../database.ts';
import { nameDatabase } from '../identity/identity-sql.ts';
import { isInUse, type Note, readNote } from '../identity/note-fs.ts';
import { migrate, readMigrations } from '../migrations-fs.ts';
import { execute, queryRow } from '../sql.ts';
import { inTransaction, type Queryable } from '../transaction.ts';
import { listForeignKeys, listTables } from './catalogue.ts';
import { type DatabaseDump, dumpDatabase } from './dump.ts';
import { checkPlaces, copyIn, copyOut, type FilePlaces, filesToCopy } from './files.ts';
import { type Backup, type BackupFile, readBackup, writeManifest } from './manifest.ts';
import { markOfSecret, resetSecondFactors, type SecretPlace, secretFiles } from './secrets.ts';
import { type BackupStore, createStore, openStore } from './store.ts';

/** Where the data of an installation is. */
export interface Installation extends FilePlaces, SecretPlace {
  databaseUrl: string | undefined;
}

export interface BackUpOptions {
  /** Encrypts every file of the backup. */
  passphrase?: string | undefined;
  /** Takes the secrets of the installation along, which needs a passphrase. */
  withSecrets?: boolean;
}

/**
 * Writes a backup into a folder that does not exist yet, while the service runs. The spool is copied first, so that no
 * scan falls between it and the database; pictures last, so that every one that the database names is there.
 */
export async function backUp(
  database: Database,
  places: FilePlaces & SecretPlace,
  folder: string,
  { passphrase, withSecrets = false }: BackUpOptions = {},
): Promise<Backup> {
  if (existsSync(folder)) throw new Error(`Expected a new folder for the backup, got ${folder}`);
  if (withSecrets && passphrase === undefined) {
    throw new Error(
      'Expected a passphrase beside --with-secrets, got a backup that anybody can read',
    );
  }
  const createdAt = new Date().toISOString();
  const store = await createStore(folder, { createdAt, passphrase });
  const [spool = '', ...others] = (await filesToCopy(places)).filter(
    (name) =>
      (withSecrets || !secretFiles.includes(name)) &&
      !`${resolve(folder)}${sep}`.startsWith(`${resolve(places.dataDir, name)}${sep}`),
  );
  const files: BackupFile[] = await copyOut(places, spool, store);
  const dump = await dumpDatabase(database.pool, store);
  for (const name of others) files.push(...(await copyOut(places, name, store)));
  const secretMark = markOfSecret(places, createdAt);
  const backup: Backup = { format: 1, createdAt, ...dump, secretMark, files };
  await writeManifest(store, backup);
  return backup;
}

/** Writes a backup of the database alone, as the files stay where they are when it is migrated. */
export async function backUpDatabase(
  pool: Pool,
  place: SecretPlace,
  { folder, passphrase }: { folder: string; passphrase: string | undefined },
): Promise<void> {
  const createdAt = new Date().toISOString();
  const store = await createStore(folder, { createdAt, passphrase });
  const dump = await dumpDatabase(pool, store);
  const secretMark = markOfSecret(place, createdAt);
  await writeManifest(store, { format: 1, createdAt, ...dump, secretMark, files: [] });
}

export interface RestoreOptions {
  passphrase?: string | undefined;
  /** Also where audit entries are missing. */
  withLoss?: boolean;
}

/** A restored backup, and how many people have to set up their second factor again. */
export type Restored = Backup & { secondFactorsReset: number };

/**
 * Restores a backup into an empty database and data folder, of either engine, and brings it to this version.
 * @throws before anything is changed, when the backup is damaged or newer than this version, or data is there already
 */
export async function restore(
  folder: string,
  installation: Installation,
  { passphrase, withLoss = false }: RestoreOptions = {},
): Promise<Restored> {
  const store = await openStore(folder, passphrase);
  const backup = await readBackup(store);
  const migrations = listMigrations(backup);
  checkPlaces(backup.files, installation);
  const note = readNote(installation.dataDir);
  expectSameKind(backup, isPractice(installation.dataDir));
  const loss = findLoss(backup, note);
  if (loss !== undefined && !withLoss) throw new Error(`${loss}. ${toldSo}`);
  const database = await openDatabase({
    url: installation.databaseUrl,
    dataDir: installation.dataDir,
    migrations: 'as-is',
  });
  try {
    await expectEmpty(database);
    await migrate(database.pool, migrations);
    await loadDatabase(database.pool, backup, store, withLoss ? undefined : expectWholeAudit);
    await migrate(database.pool, readMigrations());
    await holdLetters(database.pool);
    await holdBlasts(database.pool, new Date());
    const keep = note !== undefined && isInUse(note);
    await copyIn(backup.files, store, { ...installation, keep });
    const isSame = markOfSecret(installation, backup.createdAt) === backup.secretMark;
    const secondFactorsReset = isSame ? 0 : await resetSecondFactors(database);
    if (loss !== undefined)
      await recordAudit(database.pool, {
        actor: 'command-line',
        action: 'backup.restore',
        subject: 'backup',
        before: note?.audit,
        after: backup.installation?.audit,
      });
    // Last, since a service that waits for its database goes on by it.
    await nameDatabase(database.pool, installation.dataDir, backup.installation?.id ?? null);
    return { ...backup, secondFactorsReset };
  } finally {
    await database.close();
  }
}

async function expectEmpty({ engine, pool }: Database): Promise<void> {
  const { length: count } = await listTables(pool);
  if (count === 0) return;
  const way =
    engine === 'embedded'
      ? 'stop the service and move DATA_DIR/postgres away'
      : 'name another one in DATABASE_URL';
  throw new Error(`Expected an empty database, got one with ${count} tables: ${way}`);
}

/** @throws for a backup of practice where it would become real, and the other way round */
function expectSameKind({ installation }: Backup, isOfPractice: boolean): void {
  const practice = installation?.practice ?? false;
  if (practice === isOfPractice) return;
  throw new Error(
    practice
      ? 'Expected a backup of an installation, got one of practice: nothing of it is real'
      : 'Expected a backup of practice for a data folder of practice, got one of an installation',
  );
}

const toldSo = 'With --with-loss it is restored all the same';

/** Names the audit entries that would be missing of those that the data folder noted; undefined where none would. */
function findLoss({ installation }: Backup, note: Note | undefined): string | undefined {
  if (note === undefined || note.audit === null || installation === null) return undefined;
  const { id, audit } = installation;
  if (id !== note.id)
    return `Expected a backup of the installation ${shortId(note.id)}, as the data folder notes, got one of ${shortId(id)}`;
  const missing = note.audit.id - audit.id;
  if (missing <= 0) return undefined;
  return `Expected ${note.audit.id} audit entries, as the data folder notes, got a backup with ${audit.id}: ${missing} would be missing`;
}

/** @throws when entries of the audit log are missing in what was loaded; a log that was changed is `verifyAudit`'s to find */
async function expectWholeAudit(client: Queryable): Promise<void> {
  const row = await queryRow<{ head: number; count: number }>(client)`
    SELECT id::float8 AS head, (SELECT count(*)::float8 FROM audit_entry) AS count FROM audit_head`;
  const { head = 0, count = 0 } = row ?? {};
  if (count < head)
    throw new Error(`Expected ${head} audit entries in the backup, got ${count}. ${toldSo}`);
}

function listMigrations(backup: Backup) {
  const known = new Map(readMigrations().map((migration) => [migration.name, migration]));
  return backup.migrations.map(({ name, sha256 }) => {
    const migration = known.get(name);
    if (migration?.sha256 !== sha256) {
      throw new Error(
        `Expected a backup of this version or an older one, got ${name} (sha256 ${sha256}), which is unknown here`,
      );
    }
    return migration;
  });
}

/**
 * Loads a dump into a database that has its migrations and no data, all of it or nothing. Keys between tables are
 * taken off and put back, which checks every row; triggers rest, since they saw these rows before.
 * @throws when a table is missing or has another number of rows in the end
 */
export async function loadDatabase(
  pool: Pool,
  dump: DatabaseDump,
  store: BackupStore,
  check?: (client: Queryable) => Promise<void>,
): Promise<void> {
  await inTransaction(pool, async (client) => {
    await loadAll(client, dump, store);
    await check?.(client);
  });
}

async function loadAll(client: PoolClient, dump: DatabaseDump, store: BackupStore): Promise<void> {
  const tables = new Map((await listTables(client)).map((table) => [table.name, table]));
  const keys = await listForeignKeys(client);
  for (const { table, name } of keys) {
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  }
  for (const { quoted } of tables.values()) {
    await client.query(`ALTER TABLE ${quoted} DISABLE TRIGGER USER`);
    // What migrations put in is in the dump too.
    await client.query(`DELETE FROM ${quoted}`);
  }
  for (const { name, rows, parts } of dump.tables) {
    const table = tables.get(name);
    if (table === undefined) throw new Error(`Expected the table ${name} of the backup, got none`);
    for (const part of parts) {
      const target = client.query(copyFrom(`COPY ${table.quoted} (${table.columns}) FROM STDIN`));
      await pipeline(store.get(part.path), createGunzip(), target);
    }
    const counted = await client.query<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM ${table.quoted}`,
    );
    if (counted.rows[0]?.rows !== rows) {
      throw new Error(`Expected ${rows} rows in ${name}, got ${counted.rows[0]?.rows}`);
    }
  }
  for (const { name, last } of dump.sequences) {
    if (last !== null) await execute(client)`SELECT setval(${name}::regclass, ${last})`;
  }
  for (const { quoted } of tables.values()) {
    await client.query(`ALTER TABLE ${quoted} ENABLE TRIGGER USER`);
  }
  for (const { table, name, definition } of keys) {
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  }
}

/**
 * A restored database would send by itself what may have gone out since its backup. Blasts that went on, or whose moment has
 * come, wait for a second officer, and rounds of series that waited for a moment that has come are missed.
 */
export async function holdBlasts(database: Queryable, now: Date): Promise<void> {
  await database.query(
    `UPDATE blast SET status = 'paused', pause_reason = 'restored'
     WHERE status = 'running' OR status IN ('approved', 'scheduled') AND coalesce((draft->>'startsAt')::timestamptz, $1) <= $1`,
    [now],
  );
  await execute(database)`
    UPDATE blast_round SET status = 'missed', changed_at = now() WHERE status = 'waiting' AND at <= ${now}`;
}

/**
 * Letters that waited when a backup was made may have gone out since: after a restore nobody sends them by itself. An
 * officer decides about each, as about any other letter without an answer.
 */
export async function holdLetters(database: Queryable): Promise<number> {
  return execute(database)`
    UPDATE letter SET state = 'unknown', claim = NULL, last_answer = 'restored', settled_at = clock_timestamp()
    WHERE state IN ('queued', 'sending', 'deferred')`;
}
