import { drizzle } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import type { Handle } from './database.ts';

/**
 * A Drizzle handle inside the transaction that is open on a client, so that the audit log's entry stands or falls
 * with the change. Its own transactions are parts of that one.
 */
export function handleOf(client: PoolClient): Handle {
  const orm = drizzle(client);
  const handle: Handle = Object.assign(Object.create(orm) as typeof orm, {
    transaction: (work: (tx: Handle) => Promise<unknown>) => work(handle),
  });
  return handle;
}
