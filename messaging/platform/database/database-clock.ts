import { queryRow } from './sql.ts';
import type { Queryable } from './transaction.ts';

/** Hours are judged by the database's clock, which all machines share: one of theirs may be wrong. */
export interface DatabaseClock {
  /** The service's clock as if the machine's were right; a replayed campaign keeps its day. */
  now(): Promise<Date>;
  /** The database's own time, to compare with what is in its tables. */
  databaseNow(): Promise<Date>;
}

export interface DatabaseClockOptions {
  /** The service's clock. */
  now: () => Date;
  /** The machine's clock, on which the service's is based. */
  machineMs?: () => number;
}

const measuredForMs = 5000;

/** Asks the database for the time once in some seconds and counts on from there without the machine's clock. */
export function createDatabaseClock(
  database: Queryable,
  { now, machineMs = () => Date.now() }: DatabaseClockOptions,
): DatabaseClock {
  let measured: { databaseMs: number; atMs: number } | undefined;

  async function databaseMs(): Promise<number> {
    const sinceMs = performance.now() - (measured?.atMs ?? Number.NEGATIVE_INFINITY);
    if (measured !== undefined && sinceMs < measuredForMs) return measured.databaseMs + sinceMs;
    const askedMs = performance.now();
    const row = await queryRow<{ at: Date }>(database)`SELECT clock_timestamp() AS at`;
    const atMs = performance.now();
    const at = row?.at;
    if (at === undefined) throw new Error('Expected the time from the database, got nothing');
    measured = { databaseMs: at.getTime() + (atMs - askedMs) / 2, atMs };
    return measured.databaseMs;
  }

  return {
    async now() {
      const ms = await databaseMs();
      return new Date(Math.round(now().getTime() - machineMs() + ms));
    },
    databaseNow: async () => new Date(Math.round(await databaseMs())),
  };
}
