import type { Waiting } from '../contract/home.ts';
import type { Queryable } from '../database/transaction.ts';

/** Press notes of districts that wait for a second officer. */
export async function countWaitingNotes(
  database: Queryable,
  districts: readonly string[],
): Promise<Waiting> {
  const { rows } = await database.query<Waiting>(
    `SELECT count(*)::int AS count, min(changed_at) AS since FROM press_note
     WHERE status = 'waiting' AND district = ANY ($1::text[])`,
    [districts],
  );
  return rows[0] as Waiting;
}
