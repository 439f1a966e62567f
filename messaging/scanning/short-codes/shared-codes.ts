import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Assignment, Owner } from '../../../campaigns/links/registry.ts';
import { readShortCodes, shareAssignments } from './short-codes-sql.ts';

/** Serials that the machines of an installation share through the database, as far as this process has heard of them. */
export interface SharedCodes {
  /** Codes that are known without asking, by serial; it only grows. */
  known: ReadonlyMap<number, Owner>;
  /**
   * Asks the database for a serial that is not known; one that is unknown there too is not asked for again for a while.
   * @throws when the database does not answer at once
   */
  find(serial: number): Promise<Owner | undefined>;
  /** Tells the database what this machine's file holds, and reads what others added. */
  keepUp(assignments: readonly Assignment[]): Promise<void>;
}

export interface SharedCodesOptions {
  /** Those that were known before a start. */
  last?: readonly Assignment[];
  /** Told of serials that another machine gave to another owner. */
  onConflict?: (assignments: readonly Assignment[]) => void;
  /** Between two looks at the database, however many unknown codes are asked for. */
  pauseMs?: number;
  /** A scan waits so long for an answer, and so long it is not tried again without one. */
  limitMs?: number;
  /** For so long a serial is taken to be nobody's. */
  unknownMs?: number;
}

/** More than the serials that there are. */
const unknownLimit = 30_000;

export function openSharedCodes(pool: Pool, options: SharedCodesOptions = {}): SharedCodes {
  const { pauseMs = 100, limitMs = 1000, unknownMs = 10_000 } = options;
  const owners = new Map<number, Owner>(options.last?.map(({ serial, owner }) => [serial, owner]));
  /** Until when a serial is nobody's. */
  const unknown = new Map<number, number>();
  const shared = new Set<number>();
  let place = '0';
  let lookedAt = Number.NEGATIVE_INFINITY;
  let silentUntil = 0;
  let last: Promise<unknown> = Promise.resolve();
  let coming: Promise<void> | undefined;

  async function readNew(): Promise<void> {
    lookedAt = performance.now();
    for (const { serial, owner, place: its } of await readShortCodes(pool, place)) {
      owners.set(serial, owner);
      unknown.delete(serial);
      place = its;
    }
  }

  /** A look that begins after this call; all who ask before it begins share it. */
  function look(): Promise<void> {
    if (coming !== undefined) return coming;
    coming = last
      .then(() => {
        const pause = lookedAt + pauseMs - performance.now();
        return pause > 0 ? wait(pause) : undefined;
      })
      .then(() => {
        coming = undefined;
        return readNew();
      });
    last = coming.catch(() => {});
    return coming;
  }

  return {
    known: owners,
    async find(serial) {
      const now = performance.now();
      const found = owners.get(serial);
      if (found !== undefined || now < (unknown.get(serial) ?? 0)) return found;
      if (now < silentUntil) throw new Error('The database does not answer for short codes');
      try {
        await within(look(), limitMs);
      } catch (error) {
        silentUntil = performance.now() + limitMs;
        throw error;
      }
      const looked = owners.get(serial);
      if (looked === undefined) {
        if (unknown.size >= unknownLimit) unknown.clear();
        unknown.set(serial, performance.now() + unknownMs);
      }
      return looked;
    },
    async keepUp(assignments) {
      const unshared = assignments.filter(({ serial }) => !shared.has(serial));
      const conflicts = await shareAssignments(pool, unshared);
      for (const { serial } of unshared) shared.add(serial);
      if (conflicts.length > 0) options.onConflict?.(conflicts);
      await look();
    },
  };
}

async function within<T>(work: Promise<T>, limitMs: number): Promise<T> {
  const limit = new AbortController();
  try {
    return await Promise.race([
      work,
      wait(limitMs, undefined, { signal: limit.signal, ref: false }).then(() => {
        throw new Error(`The database gave no answer within ${limitMs} ms`);
      }),
    ]);
  } finally {
    limit.abort();
  }
}
