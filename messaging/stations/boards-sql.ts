import type { Queryable } from '../database/transaction.ts';

/** Stations of a district that have a board, and whether the artwork was made anew since it was entered. */
export async function readBoards(
  database: Queryable,
  district: string,
): Promise<Map<string, { superseded: boolean }>> {
  const { rows } = await database.query<{ station: string; superseded: boolean }>(
    `SELECT station, EXISTS (SELECT FROM artwork_version AS old
       WHERE old.district = activity.district AND old.station = activity.station AND old.artwork = 'board'
         AND old.superseded_at > activity.entered_at) AS superseded
     FROM activity WHERE kind = 'board' AND district = $1 AND status NOT IN ('withdrawn', 'rejected')`,
    [district],
  );
  return new Map(rows.map(({ station, superseded }) => [station, { superseded }]));
}
