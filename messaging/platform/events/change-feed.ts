import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import { changeKinds } from '../../contract/change-kinds.ts';
import { queryRows } from '../database/sql.ts';
import type { Queryable } from '../database/transaction.ts';
import type { Change } from './events-schemas.ts';

export interface ChangeFeed {
  /** Calls back with each change, of whichever process; returns what stops it. */
  subscribe(listener: (change: Change) => void): () => void;
  stop(): Promise<void>;
}

/** Rounds between two deletions of what is old. */
const forgetEvery = 300;

/**
 * Looks each second for what any process changed: the database's connections carry no LISTEN
 * (`platform/database/database.ts`), and the embedded one knows none.
 */
export function startChangeFeed(options: {
  pool: Pool;
  /** Nothing can be asked before the database is there. */
  ready: Promise<void>;
  pauseMs?: number;
  onTrouble: (error: unknown) => void;
}): ChangeFeed {
  const { pool, ready, pauseMs = 1000, onTrouble } = options;
  const listeners = new Set<(change: Change) => void>();
  const stopping = new AbortController();
  const { signal } = stopping;
  /** Null until the rows of before are known. */
  let told: Set<string> | null = null;

  async function look(): Promise<void> {
    const changes = await readChanges(pool);
    const before = told;
    told = new Set(changes.map(({ row }) => row));
    if (before === null) return;
    for (const { row, ...change } of changes) {
      if (before.has(row)) continue;
      for (const listener of listeners) listener(change);
    }
  }

  async function run(): Promise<void> {
    for (let round = 0; !signal.aborted; round += 1) {
      try {
        await look();
        if (round % forgetEvery === 0) await forgetChanges(pool);
      } catch (error) {
        onTrouble(error);
      }
      await wait(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  let running = Promise.resolve();
  void ready.then(
    () => {
      if (!signal.aborted) running = run();
    },
    () => {},
  );
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

interface StoredChange extends Change {
  /** Id of the row: the same one again is known by it. */
  row: string;
}

/** Changes of the last two minutes; a transaction that took longer is told with the next change of its kind. */
function readChanges(database: Queryable): Promise<StoredChange[]> {
  return queryRows<StoredChange>(database)`
    SELECT id::text AS row, kind, subject AS id, area FROM change
    WHERE at > clock_timestamp() - interval '2 minutes' AND kind = ANY (${changeKinds}::text[])
      ORDER BY change.id`;
}

/** Nobody asks for them any more. */
async function forgetChanges(database: Queryable): Promise<void> {
  await database.query(`DELETE FROM change WHERE at < clock_timestamp() - interval '10 minutes'`);
}
