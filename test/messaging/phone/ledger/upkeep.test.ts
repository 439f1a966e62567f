import { beforeAll, describe, expect, it } from 'vitest';
import { createUpkeep } from '../../../../messaging/phone/ledger/upkeep-sql.ts';
import { openPostgres } from '../../fixtures/databases.ts';

describe('upkeep of the ledger', async () => {
  const { pool } = await openPostgres();
  beforeAll(async () => {
    // The server's own vacuum could come first.
    await pool.query('ALTER TABLE blast_recipient SET (autovacuum_enabled = false)');
  });
  const rows = 3000;
  const limits = { everyMs: 0, deadRows: 1000, deadShare: 0.05, indexBytes: 0 };
  const readBytes = async (name: string) => {
    const { rows: found } = await pool.query<{ bytes: string }>(
      'SELECT pg_relation_size($1::regclass) AS bytes',
      [name],
    );
    return Number(found[0]?.bytes);
  };
  /** A connection tells its figures once a second, or when it has been idle for ten. */
  const told = { interval: 100 };
  const deadRows = async () => {
    const { rows: found } = await pool.query<{ dead: string }>(
      "SELECT n_dead_tup AS dead FROM pg_stat_user_tables WHERE relname = 'blast_recipient'",
    );
    return Number(found[0]?.dead);
  };

  it('clears dead rows away, and rebuilds airy indexes when nothing is being sent', async () => {
    await pool.query(
      `INSERT INTO blast_recipient (msisdn, blast_id, place, segments, canary, language, gateway)
       SELECT 915000000000 + n, 1, n, 1, false, 'hi', 'emulator' FROM generate_series(1, $1::integer) AS n`,
      [rows],
    );
    for (const status of ['claimed', 'accepted', 'delivered']) {
      await pool.query('UPDATE blast_recipient SET status = $1::recipient_status', [status]);
    }
    await expect.poll(deadRows, told).toBeGreaterThan(limits.deadRows);
    const airy = await readBytes('blast_recipient_once');
    const step = createUpkeep(pool, new AbortController().signal, limits);
    await step();
    await expect.poll(deadRows, told).toBe(0);
    expect(await readBytes('blast_recipient_once')).toBe(airy);
    await step();
    expect(await readBytes('blast_recipient_once')).toBeLessThan(airy / 1.35);
    const found = await pool.query<{ n: string }>('SELECT count(*) AS n FROM blast_recipient');
    expect(Number(found.rows[0]?.n)).toBe(rows);
  });

  it('does one thing at a time, however many workers there are', async () => {
    await pool.query('UPDATE blast_recipient SET segments = 2');
    await expect.poll(deadRows, told).toBeGreaterThan(limits.deadRows);
    const steps = [1, 2, 3].map(() => createUpkeep(pool, new AbortController().signal, limits));
    await Promise.all(steps.map((step) => step()));
    await expect.poll(deadRows, told).toBe(0);
    // The server has those of other tests' databases too.
    const locks = await pool.query(
      `SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = database
       WHERE locktype = 'advisory' AND datname = current_database()`,
    );
    expect(locks.rows).toEqual([]);
  });
});
