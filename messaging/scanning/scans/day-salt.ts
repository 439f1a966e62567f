import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { minuteMs } from '../../../campaigns/durations.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { execute, queryRow } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** The salt of the day: while it lives, one visitor's requests have one hash; afterwards nobody can make that hash. */
export interface DaySalt {
  /**
   * The day's salt; that of another day is no longer in memory afterwards. Never rejects: a scan is answered without a
   * database too.
   */
  of(day: Day): Buffer | Promise<Buffer>;
  /**
   * Shares the day's salt with the other processes, and destroys the salts of the days before.
   * @throws when one is still in the store
   */
  keepUp(day: Day): Promise<void>;
  /** Shares the salts from now on; before that they are this process's own. */
  follow(store: SaltStore): void;
}

/** Keeps the salts for all processes. */
export interface SaltStore {
  /** Keeps a day's salt unless there is one, and returns the one that is there. */
  keep(day: Day, salt: Buffer): Promise<Buffer>;
  /** Destroys the salts of the days before this one. */
  destroyOthers(day: Day): Promise<void>;
}

export interface DaySaltOptions {
  /** The longest that the first scan of a day waits for the store. */
  limitMs?: number;
  /** After a failure the store is left alone for this long. */
  retryMs?: number;
  /** Told of trouble with the store, once a try. */
  onTrouble?: (error: Error) => void;
}

const saltBytes = 32;

interface Held {
  day: Day;
  salt: Buffer;
  /** The store has this very one. */
  kept: boolean;
}

/**
 * Holds the salt in memory, so that a restart and other processes have the same one as long as the store answers. While it
 * does not, a process uses a separate one, and takes over that of the store as soon as it is there.
 * @param first where they are shared; undefined where that comes later
 */
export function openDaySalt(
  first: SaltStore | undefined,
  { limitMs = 500, retryMs = minuteMs, onTrouble }: DaySaltOptions = {},
): DaySalt {
  let store = first;
  let held: Held | undefined;
  let asking: { day: Day; answer: Promise<void> } | undefined;
  let retryAt = 0;

  function hold(next: Held): void {
    if (held !== undefined && held.salt !== next.salt) held.salt.fill(0);
    held = next;
  }

  function ownFor(day: Day): Held {
    if (held?.day !== day) hold({ day, salt: randomBytes(saltBytes), kept: false });
    return held as Held;
  }

  function expectStore(): SaltStore {
    if (store === undefined) throw new Error('Expected a store to keep salts in, got none');
    return store;
  }

  /** Makes what is held and what the store has the same. */
  function ask(day: Day): Promise<void> {
    if (asking?.day === day) return asking.answer;
    const offered = held?.day === day ? Buffer.from(held.salt) : randomBytes(saltBytes);
    const answer = expectStore()
      .keep(day, offered)
      .then(
        (salt) => {
          // Not a day that has gone by since.
          if (held === undefined || held.day <= day) hold({ day, salt, kept: true });
          else salt.fill(0);
        },
        (error: Error) => {
          retryAt = performance.now() + retryMs;
          onTrouble?.(error);
        },
      )
      .finally(() => {
        if (asking?.day === day) asking = undefined;
      });
    asking = { day, answer };
    return answer;
  }

  return {
    follow(shared) {
      store = shared;
      retryAt = 0;
    },
    of(day) {
      if (store === undefined) return ownFor(day).salt;
      if (held?.day === day) {
        if (!held.kept && performance.now() >= retryAt) void ask(day);
        return held.salt;
      }
      if (performance.now() < retryAt) return ownFor(day).salt;
      return Promise.race([ask(day), wait(limitMs, undefined, { ref: false })]).then(
        () => ownFor(day).salt,
      );
    },
    async keepUp(day) {
      if (held !== undefined && held.day !== day) {
        held.salt.fill(0);
        held = undefined;
      }
      await ask(day);
      await expectStore().destroyOthers(day);
    },
  };
}

/** Where all processes of an installation find the day's salt. */
export function createSaltStore(database: Queryable): SaltStore {
  return {
    async keep(day, salt) {
      await execute(database)`
        INSERT INTO day_salt (day, salt) VALUES (${day}, ${salt}) ON CONFLICT (day) DO NOTHING`;
      const row = await queryRow<{ salt: Buffer }>(database)`
        SELECT salt FROM day_salt WHERE day = ${day}`;
      if (row === undefined) throw new Error(`Expected the salt of ${day}, got none`);
      return row.salt;
    },
    destroyOthers: (day) => destroyOthers(database, day),
  };
}

/**
 * A process whose clock is a moment behind destroys no salt of a day that has begun elsewhere; what was made for a later day
 * than any clock shows goes a day later.
 */
async function destroyOthers(database: Queryable, day: Day): Promise<void> {
  await execute(database)`
    DELETE FROM day_salt
    WHERE day < ${day}::date OR (day > ${day}::date AND made_at < now() - interval '1 day')`;
}
