import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { inTransaction } from '../transaction.ts';
import { listForeignKeys, listTables } from './catalogue.ts';
import type { DatabaseDump } from './dump.ts';
import type { BackupStore } from './store.ts';

/**
 * Loads a dump into a database that has its migrations and no data, all of it or nothing. Keys between tables are
 * taken off and put back, which checks every row; triggers rest, since they saw these rows before.
 * @throws when a table is missing or has another number of rows in the end
 */
export async function loadDatabase(
  pool: Pool,
  dump: DatabaseDump,
  store: BackupStore,
): Promise<void> {
  await inTransaction(pool, (client) => loadAll(client, dump, store));
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
    if (last !== null) await client.query('SELECT setval($1::regclass, $2)', [name, last]);
  }
  for (const { quoted } of tables.values()) {
    await client.query(`ALTER TABLE ${quoted} ENABLE TRIGGER USER`);
  }
  for (const { table, name, definition } of keys) {
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  }
}
