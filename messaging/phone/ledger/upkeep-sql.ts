import type { Pool, PoolClient } from 'pg';
import { withClient } from '../../platform/database/checked-out.ts';
import { execute, queryRow, queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** Any number that nothing else in the database locks. */
const lockKey = 7_522_095;
export interface UpkeepLimits {
  everyMs: number;
  /** Dead versions of rows: more than these, and than this share of the living, are cleared away. */
  deadRows: number;
  deadShare: number;
  /** Smaller indexes are left as they are. */
  indexBytes: number;
}
const usual: UpkeepLimits = {
  everyMs: 5000,
  deadRows: 50_000,
  deadShare: 0.05,
  indexBytes: 8_000_000,
};

/**
 * Keeps the ledger small. A recipient's row has five versions within seconds, each with an entry in every index; the database's
 * own vacuum comes once a minute, when a fifth is dead, by which time a fast blast had left 697 bytes a recipient.
 * Cleared at a twentieth it is 285, and with the indexes rebuilt when nothing is being sent about 205.
 * @returns a step that does what is due, at most once in five seconds; one process at a time does it
 */
export function createUpkeep(
  pool: Pool,
  signal: AbortSignal,
  limits: Partial<UpkeepLimits> = {},
): () => Promise<void> {
  const { everyMs, deadRows, deadShare, indexBytes } = { ...usual, ...limits };
  let lookedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - lookedAt < everyMs) return;
    lookedAt = performance.now();
    const { dead, living, busy } = await countRows(pool);
    if (dead > Math.max(deadRows, deadShare * living)) {
      await alone(pool, signal, async (client) => {
        await client.query('VACUUM (TRUNCATE false, PARALLEL 0) blast_recipient');
      });
    } else if (!busy && (await airyIndexes(pool, indexBytes)).length > 0) {
      await alone(pool, signal, (client) => rebuildAiryIndexes(client, indexBytes));
    }
  };
}

interface RowCounts {
  dead: number;
  living: number;
  /** A blast is being planned or sent. */
  busy: boolean;
}

async function countRows(pool: Pool): Promise<RowCounts> {
  const row = await queryRow<{ dead: string; living: string; busy: boolean }>(pool)`
    SELECT n_dead_tup AS dead, n_live_tup AS living,
      EXISTS (SELECT FROM blast WHERE status IN ('approved', 'scheduled', 'running')) AS busy
    FROM pg_stat_user_tables WHERE relname = 'blast_recipient'`;
  const { dead = '0', living = '0', busy = true } = row ?? {};
  return { dead: Number(dead), living: Number(living), busy };
}

/**
 * Indexes that are a third larger than their entries, nine tenths full, would need: a head of 8 bytes, a
 * pointer of 4, and columns that all have a fixed length.
 */
async function airyIndexes(database: Queryable, least: number): Promise<string[]> {
  const rows = await queryRows<{ name: string }>(database)`
    SELECT c.oid::regclass::text AS name FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid,
      LATERAL (SELECT 12 + (sum(attlen) + 7) / 8 * 8 AS bytes FROM pg_attribute WHERE attrelid = c.oid) AS entry
    WHERE i.indrelid = 'blast_recipient'::regclass AND i.indisvalid AND c.reltuples >= 0
      AND pg_relation_size(c.oid) > greatest(${least}, 1.35 * c.reltuples * entry.bytes / 0.9)`;
  return rows.map(({ name }) => name);
}

/** Rebuilds while others read and write, index by index; remains of an unfinished attempt are dropped first. */
async function rebuildAiryIndexes(client: PoolClient, least: number): Promise<void> {
  const rows = await queryRows<{ name: string }>(client)`
    SELECT indexrelid::regclass::text AS name FROM pg_index
    WHERE indrelid = 'blast_recipient'::regclass AND NOT indisvalid`;
  for (const { name } of rows) await client.query(`DROP INDEX CONCURRENTLY ${name}`);
  for (const name of await airyIndexes(client, least)) {
    await client.query(`REINDEX INDEX CONCURRENTLY ${name}`);
  }
}

/** Works while no other process does; a worker that stops does not wait for it. */
async function alone(
  pool: Pool,
  signal: AbortSignal,
  work: (client: PoolClient) => Promise<void>,
): Promise<void> {
  await withClient(pool, async (client) => {
    const row = await queryRow<{ free: boolean; pid: number }>(client)`
      SELECT pg_try_advisory_lock(${lockKey}) AS free, pg_backend_pid() AS pid`;
    if (row?.free !== true) return;
    const cancel = () => {
      pool.query('SELECT pg_cancel_backend($1)', [row?.pid]).catch(() => undefined);
    };
    signal.addEventListener('abort', cancel);
    try {
      await work(client);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      signal.removeEventListener('abort', cancel);
      await execute(client)`SELECT pg_advisory_unlock(${lockKey})`;
    }
  });
}
