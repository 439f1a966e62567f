import type { Day } from '../../../campaigns/tracker/clock.ts';
import { insertRow, selectFields } from '../../platform/database/rows-sql.ts';
import { execute, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { event, type KeptEvent } from './directions-schemas.ts';

const columns = selectFields(event, { day: 'day::text' });

/** Events that were not taken back, the latest first. */
export function listEvents(database: Queryable): Promise<KeptEvent[]> {
  return queryRows<KeptEvent>(database)`
    SELECT ${raw(columns)} FROM direction_event WHERE withdrawn_at IS NULL ORDER BY day DESC, id DESC`;
}

export type NewEvent = Pick<KeptEvent, 'kind' | 'day' | 'district' | 'station' | 'remark'> & {
  by: string;
};

export async function insertEvent(
  tx: Queryable,
  { kind, day, district, station, remark, by }: NewEvent,
): Promise<number> {
  const values = { kind, day, district, station, remark, enteredBy: by };
  return (await insertRow(tx, 'direction_event', values)).id;
}

export async function updateWithdrawn(tx: Queryable, id: number): Promise<void> {
  await execute(tx)`UPDATE direction_event SET withdrawn_at = now() WHERE id = ${id}`;
}

/** Days from which computed dates count, by paper, where headquarters set another. */
export async function listBases(
  database: Queryable,
): Promise<{ paper: string; day: Day; reason: string }[]> {
  const { rows } = await database.query(
    'SELECT paper, day::text AS day, reason FROM direction_base ORDER BY paper',
  );
  return rows;
}

/** @param base null takes the paper's own day again */
export async function setBase(
  tx: Queryable,
  { paper, day, reason, by }: { paper: string; day: Day | null; reason: string; by: string },
): Promise<void> {
  if (day === null) {
    await execute(tx)`DELETE FROM direction_base WHERE paper = ${paper}`;
    return;
  }
  await execute(tx)`
    INSERT INTO direction_base (paper, day, reason, set_by) VALUES (${paper}, ${day}, ${reason}, ${by})
    ON CONFLICT (paper) DO UPDATE SET day = excluded.day, reason = excluded.reason, set_by = excluded.set_by,
      set_at = now()`;
}

/** Lets one officer at a time enter events, so that two do not enter the same one. */
export async function lockEvents(tx: Queryable): Promise<void> {
  await tx.query('LOCK TABLE direction_event IN SHARE ROW EXCLUSIVE MODE');
}
