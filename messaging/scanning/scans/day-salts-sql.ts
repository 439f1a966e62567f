import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { SaltStore } from './day-salt.ts';

/** Where all processes of an installation find the day's salt. */
export function createSaltStore(database: Queryable): SaltStore {
  return {
    async keep(day, salt) {
      await database.query(
        'INSERT INTO day_salt (day, salt) VALUES ($1, $2) ON CONFLICT (day) DO NOTHING',
        [day, salt],
      );
      const { rows } = await database.query<{ salt: Buffer }>(
        'SELECT salt FROM day_salt WHERE day = $1',
        [day],
      );
      const [row] = rows;
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
  await database.query(
    `DELETE FROM day_salt
     WHERE day < $1::date OR (day > $1::date AND made_at < now() - interval '1 day')`,
    [day],
  );
}
