import { Pool, type PoolConfig } from 'pg';

/**
 * A pool none of whose connections can end the process: one that breaks while it is lent says so by an event, which is an
 * uncaught error where nobody listens, as libraries do not. Who has it finds out by the next statement.
 */
export function createPool(settings: PoolConfig): Pool {
  const pool = new Pool(settings);
  pool.on('connect', (client) => client.on('error', () => {}));
  // One that breaks before its owner listens is found by the next statement.
  pool.on('error', () => {});
  return pool;
}
