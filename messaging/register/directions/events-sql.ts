import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { KeptEvent } from './directions-schemas.ts';

/** Events that were not taken back, the latest first. */
export async function listEvents(database: Queryable): Promise<KeptEvent[]> {
  const { rows } = await database.query<KeptEvent>(
    `SELECT id, kind, day::text AS day, district, station, remark, entered_by AS "enteredBy", entered_at AS "enteredAt",
       sample FROM direction_event WHERE withdrawn_at IS NULL ORDER BY day DESC, id DESC`,
  );
  return rows;
}

export type NewEvent = Pick<KeptEvent, 'kind' | 'day' | 'district' | 'station' | 'remark'> & {
  by: string;
  sample?: boolean;
};

export async function insertEvent(tx: Queryable, event: NewEvent): Promise<number> {
  const { kind, day, district, station, remark, by, sample = false } = event;
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO direction_event (kind, day, district, station, remark, entered_by, sample)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [kind, day, district, station, remark, by, sample],
  );
  return rows[0]?.id ?? 0;
}

export async function updateWithdrawn(tx: Queryable, id: number): Promise<void> {
  await tx.query('UPDATE direction_event SET withdrawn_at = now() WHERE id = $1', [id]);
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
    await tx.query('DELETE FROM direction_base WHERE paper = $1', [paper]);
    return;
  }
  await tx.query(
    `INSERT INTO direction_base (paper, day, reason, set_by) VALUES ($1, $2, $3, $4)
     ON CONFLICT (paper) DO UPDATE SET day = excluded.day, reason = excluded.reason, set_by = excluded.set_by, set_at = now()`,
    [paper, day, reason, by],
  );
}

/** Lets one officer at a time enter events, so that two do not enter the same one. */
export async function lockEvents(tx: Queryable): Promise<void> {
  await tx.query('LOCK TABLE direction_event IN SHARE ROW EXCLUSIVE MODE');
}
