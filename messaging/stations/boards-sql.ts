import type { Queryable } from '../database/transaction.ts';

/** Stations of a district that have a board. */
export async function readBoards(database: Queryable, district: string): Promise<Set<string>> {
  const { rows } = await database.query<{ station: string }>(
    `SELECT station FROM activity
     WHERE kind = 'board' AND district = $1 AND status NOT IN ('withdrawn', 'rejected')`,
    [district],
  );
  return new Set(rows.map(({ station }) => station));
}
