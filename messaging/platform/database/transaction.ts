import type { Pool, PoolClient } from 'pg';
import { UselessClientError, withClient } from './checked-out.ts';

/** Runs a statement: the pool, or a client inside a transaction. */
export type Queryable = Pick<Pool, 'query'>;

/** Writes what was done into the audit log, in the transaction that does it. */
export type RecordDone<Done> = (tx: Queryable, done: Done) => Promise<void>;

/** Does something, lets its outcome be looked at, and undoes it. */
export async function tryOut<Seen>(tx: Queryable, work: () => Promise<Seen>): Promise<Seen> {
  await tx.query('SAVEPOINT tried');
  const seen = await work();
  await tx.query('ROLLBACK TO SAVEPOINT tried');
  return seen;
}

/**
 * Runs statements in one transaction; when the work throws, nothing of it stays. The work uses its client only: the
 * embedded database lends itself to one transaction at a time, so a concurrent query would wait for it.
 */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  return withClient(pool, async (client) => {
    await client.query('BEGIN');
    try {
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (cause) {
      await client.query('ROLLBACK').catch(() => {
        throw new UselessClientError('a transaction was not ended', { cause });
      });
      throw cause;
    }
  });
}
