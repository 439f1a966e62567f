import { setTimeout as wait } from 'node:timers/promises';
import type { Pool, PoolConfig } from 'pg';
import { isDiskFull } from '../process/disk-room.ts';
import { isConnectionError, NotReadyError } from './connection-error.ts';
import { createPool } from './pool.ts';

const retryMs = 1000;

export interface AwaitedDatabase {
  pool: Pool;
  /** Resolves once the database is there with every migration; rejects when it will not come by waiting. */
  ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * A pool on a PostgreSQL that may come later: until it is there and migrated, every statement is refused as when no
 * connection comes about, so that nobody meets a database without its tables. Returns once the first try has ended.
 * @param prepare migrates it
 * @throws when the first try fails for another reason than the connection
 */
export async function awaitDatabase(
  settings: PoolConfig,
  prepare: (pool: Pool) => Promise<unknown>,
  onTrouble: (error: Error) => void,
): Promise<AwaitedDatabase> {
  const state = { migrated: false, closed: false };
  const pool = createPool({
    ...settings,
    verify: (_client, done) =>
      done(state.migrated ? undefined : new NotReadyError('The database has no tables yet')),
  });

  /** One try: true once it is done, false when there is no connection. */
  async function attempt(): Promise<boolean> {
    const single = createPool({ ...settings, max: 1 });
    single.on('error', onTrouble);
    try {
      await prepare(single);
      state.migrated = true;
      return true;
    } catch (error) {
      if (!isConnectionError(error) && !isDiskFull(error)) throw error;
      onTrouble(error as Error);
      return false;
    } finally {
      await single.end();
    }
  }

  async function again(): Promise<void> {
    do await wait(retryMs, undefined, { ref: false });
    while (!state.closed && !(await attempt()));
  }

  let ready: Promise<void>;
  try {
    ready = (await attempt()) ? Promise.resolve() : again();
  } catch (error) {
    await pool.end();
    throw error;
  }
  ready.catch(() => {});
  return {
    pool,
    ready,
    async close() {
      state.closed = true;
      await pool.end();
    },
  };
}
