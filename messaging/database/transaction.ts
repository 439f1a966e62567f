import type { Pool, PoolClient } from 'pg';

/** What runs a statement: the pool, or a client inside a transaction. */
export type Queryable = Pick<Pool, 'query'>;

/** Writes what was done into the audit log, in the transaction that does it. */
export type RecordDone<Done> = (tx: Queryable, done: Done) => Promise<void>;

/**
 * Runs statements in one transaction; when the work throws, nothing of it stays. The work uses its client only: the
 * embedded database lends itself to one transaction at a time, so a query beside it would wait for it.
 */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
