import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Pool, PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { inTransaction } from '../transaction.ts';
import { listSequences, listTables, type StoredTable } from './catalogue.ts';
import { type Backup, hashFile } from './manifest.ts';

export type DatabaseDump = Pick<Backup, 'migrations' | 'tables' | 'sequences'>;

/** 64 MiB of pages: the embedded database hands a part over in one piece. */
const partPages = 8192;

/**
 * Writes every table as it is at one moment to `database/` in the folder, as gzipped COPY text. A PostgreSQL
 * server goes on meanwhile; the embedded database answers nobody else until it is done.
 */
export async function dumpDatabase(pool: Pool, folder: string): Promise<DatabaseDump> {
  await mkdir(join(folder, 'database'), { recursive: true });
  return inTransaction(pool, async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const migrations = await client.query<{ name: string; sha256: string }>(
      'SELECT name, sha256 FROM migration ORDER BY name',
    );
    const tables: Backup['tables'] = [];
    for (const table of await listTables(client)) {
      tables.push(await dumpTable(client, table, folder));
    }
    const sequences = await listSequences(client);
    return { migrations: migrations.rows, tables, sequences };
  });
}

async function dumpTable(
  client: PoolClient,
  { name, quoted, columns, pages }: StoredTable,
  folder: string,
): Promise<Backup['tables'][number]> {
  const parts: Backup['tables'][number]['parts'] = [];
  let rows = 0;
  for (let first = 0; first === 0 || first < pages; first += partPages) {
    const last = first + partPages >= pages;
    const end = last ? '' : ` AND ctid < '(${first + partPages},0)'`;
    const select = `SELECT ${columns} FROM ${quoted} WHERE ctid >= '(${first},0)'${end}`;
    const path = join('database', `${name}.${String(parts.length).padStart(4, '0')}.copy.gz`);
    const stream = client.query(copyTo(`COPY (${select}) TO STDOUT`));
    await pipeline(stream, createGzip({ level: 5 }), createWriteStream(join(folder, path)));
    rows += stream.rowCount;
    parts.push({ path, sha256: await hashFile(join(folder, path)) });
  }
  return { name, rows, parts };
}
