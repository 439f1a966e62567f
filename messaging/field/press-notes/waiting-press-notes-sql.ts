import type { Queryable } from '../../platform/database/transaction.ts';

/** Press notes of districts that wait for a second officer, the oldest first. */
export async function listWaitingNotes(
  database: Queryable,
  districts: readonly string[],
): Promise<{ district: string; makers: string[]; changedAt: Date }[]> {
  const { rows } = await database.query(
    `SELECT district, makers, changed_at AS "changedAt" FROM press_note
     WHERE status = 'waiting' AND district = ANY ($1::text[]) ORDER BY changed_at, id`,
    [districts],
  );
  return rows;
}
