import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import type { Pool, PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { readInstallation } from '../identity/identity-sql.ts';
import { inTransaction } from '../transaction.ts';
import { listSequences, listTables, type StoredTable } from './catalogue.ts';
import type { Backup } from './manifest.ts';
import type { BackupStore } from './store.ts';

export type DatabaseDump = Pick<Backup, 'migrations' | 'tables' | 'sequences' | 'installation'>;

/** 64 MiB of pages: the embedded database hands a part over in one piece. */
const partPages = 8192;

/**
 * Tables of which a backup has a part only. Sessions, questions for a second factor, addresses of callers, failed
 * attempts and open links are of no use after a restore, and a thief would sign in with them; uploads that are under
 * way are numbers of which nobody knows yet whether they may be kept.
 */
const partlyKept: Readonly<Record<string, string>> = {
  session: 'false',
  verification: 'false',
  attempt: 'false',
  attempt_lock: 'false',
  invitation: 'used_at IS NOT NULL',
  audience_upload: 'false',
  do_not_disturb_upload: 'false',
  number_operator_upload: 'false',
  // A one-time link is in it, and it may have been used by the time of a restore.
  letter: 'sealed_link IS NULL',
  // Nobody may have it when its day is over.
  day_salt: 'false',
  // Of the machines and backups of today, which are not those of the restored installation.
  process_seen: 'false',
  backup_made: 'false',
  restore_drill: 'false',
  // An installation that is restored makes its own.
  challenge_key: 'false',
  // It gets its name when it is whole.
  installation: 'false',
  // Nor does a backup say whether it is one of practice: its folder does.
  practice: 'false',
};

/**
 * Writes every table as it is at one moment to `database/` in the folder, as gzipped COPY text. A PostgreSQL
 * server goes on meanwhile; the embedded database answers nobody else until it is done.
 */
export async function dumpDatabase(pool: Pool, store: BackupStore): Promise<DatabaseDump> {
  return inTransaction(pool, async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const migrations = await client.query<{ name: string; sha256: string }>(
      'SELECT name, sha256 FROM migration ORDER BY name',
    );
    const tables: Backup['tables'] = [];
    for (const table of await listTables(client)) {
      tables.push(await dumpTable(client, table, store));
    }
    const sequences = await listSequences(client);
    const installation = await readInstallation(client);
    return { migrations: migrations.rows, tables, sequences, installation };
  });
}

async function dumpTable(
  client: PoolClient,
  { name, quoted, columns, pages }: StoredTable,
  store: BackupStore,
): Promise<Backup['tables'][number]> {
  const parts: Backup['tables'][number]['parts'] = [];
  let rows = 0;
  for (let first = 0; first === 0 || first < pages; first += partPages) {
    const last = first + partPages >= pages;
    const end = last ? '' : ` AND ctid < '(${first + partPages},0)'`;
    const select = `SELECT ${columns} FROM ${quoted} WHERE ctid >= '(${first},0)'${end} AND ${partlyKept[name] ?? 'true'}`;
    // A name with a slash in it stays one name.
    const file = encodeURIComponent(name);
    const path = join('database', `${file}.${String(parts.length).padStart(4, '0')}.copy.gz`);
    const stream = client.query(copyTo(`COPY (${select}) TO STDOUT`));
    const zipped = createGzip({ level: 5 });
    stream.once('error', (error: Error) => zipped.destroy(error));
    const sha256 = await store.put(path, stream.pipe(zipped));
    rows += stream.rowCount;
    parts.push({ path, sha256 });
  }
  return { name, rows, parts };
}
