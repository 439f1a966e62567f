// How the database gets its tables. They lie in messaging/platform/database/migrations/, one file a noun, and from here on they
// only grow: a feature adds NNNN-noun.sql with a number after all that are there; what ran is recorded by name and hash,
// so that a file is never edited, the next one alters. Plain PostgreSQL, without BEGIN and COMMIT. Files run in the order
// of their names. All that are new run in one transaction when a process opens the database, under a lock, so that
// several may start at once. The statements on a noun's tables are in its slice's *-sql.ts.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { inTransaction, type Queryable } from './transaction.ts';

export interface Migration {
  name: string;
  sql: string;
  sha256: string;
}

const folder = join(import.meta.dirname, 'migrations');
/** Any number that nothing else in the database locks. */
const lockKey = 7_522_019;

/** The migrations that this version has, in order. */
export function readMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

/** Names of what would run in a database that has migrations already; none in one without. */
export async function listPending(
  pool: Queryable,
  migrations: readonly Migration[],
): Promise<string[]> {
  const applied = await listApplied(pool);
  if (applied.length === 0) return [];
  return migrations.map(({ name }) => name).filter((name) => !applied.includes(name));
}

/** Names of the migrations that a database has; none in one that nobody has opened yet. */
export async function listApplied(pool: Queryable): Promise<string[]> {
  const { rows: found } = await pool.query(`SELECT WHERE to_regclass('migration') IS NOT NULL`);
  if (found.length === 0) return [];
  const { rows } = await pool.query<{ name: string }>('SELECT name FROM migration ORDER BY name');
  return rows.map(({ name }) => name);
}

/**
 * Brings a database to this version and returns the names of what ran.
 * @throws when an applied file was edited since, or the database belongs to a newer version
 */
export async function migrate(pool: Pool, migrations: readonly Migration[]): Promise<string[]> {
  return inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'SELECT name, sha256 FROM migration',
    );
    const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
    refuseUnknownMigrations(applied, migrations);
    const pending = migrations.filter(({ name }) => !applied.has(name));
    for (const { name, sql, sha256 } of pending) {
      await client.query(sql).catch((cause: unknown) => {
        throw new Error(`Migration ${name}: ${(cause as Error).message}`, { cause });
      });
      await client.query('INSERT INTO migration (name, sha256) VALUES ($1, $2)', [name, sha256]);
    }
    return pending.map(({ name }) => name);
  });
}

function refuseUnknownMigrations(
  applied: ReadonlyMap<string, string>,
  migrations: readonly Migration[],
): void {
  const known = new Map(migrations.map(({ name, sha256 }) => [name, sha256]));
  for (const [name, sha256] of applied) {
    const expected = known.get(name);
    if (expected === undefined) {
      throw new Error(
        `Expected migrations up to ${migrations.at(-1)?.name ?? 'none'} in the database, got ${name}: it belongs to a newer version. Install that one again, or restore the backup DATA_DIR/backups/before-… into an empty database`,
      );
    }
    if (expected !== sha256) {
      throw new Error(
        `Expected ${name} as it was applied (sha256 ${sha256}), got an edited file: add a new migration instead`,
      );
    }
  }
}
