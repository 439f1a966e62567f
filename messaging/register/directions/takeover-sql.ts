import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export interface StoredTakeover {
  installedOn: Day;
  day: Day | null;
  setBy: string | null;
}

export async function readTakeover(database: Queryable, lock = false): Promise<StoredTakeover> {
  const { rows } = await database.query<StoredTakeover>(
    `SELECT installed_on::text AS "installedOn", day::text AS day, set_by AS "setBy" FROM direction_takeover
     ${lock ? 'FOR UPDATE' : ''}`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('Expected the row of `direction_takeover`, got none');
  return row;
}

export async function updateTakeover(
  tx: Queryable,
  { day, by }: { day: Day; by: string },
): Promise<void> {
  await tx.query('UPDATE direction_takeover SET day = $1, set_by = $2, set_at = now()', [day, by]);
}
