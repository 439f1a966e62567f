import type { Queryable } from '../database/transaction.ts';

/** Deletes rows that were not taken so many days after their upload; a list that goes earlier takes them with it. */
export async function deleteOldRejects(database: Queryable, days: number): Promise<number> {
  const { rowCount } = await database.query(
    `DELETE FROM audience_reject WHERE audience_id IN (
       SELECT id FROM audience WHERE created_at < now() - $1::int * interval '1 day' AND NOT sample)`,
    [days],
  );
  return rowCount ?? 0;
}

/** Deletes what uploads left that broke off together with their process. */
export async function deleteUnfinishedLists(database: Queryable, days: number): Promise<number> {
  const old = `SELECT id FROM audience
    WHERE ready_at IS NULL AND created_at < now() - $1::int * interval '1 day'`;
  const rows = await database.query(
    `DELETE FROM audience_upload AS u WHERE audience_id IN (${old})
       OR NOT EXISTS (SELECT FROM audience AS a WHERE a.id = u.audience_id AND a.ready_at IS NULL)`,
    [days],
  );
  await database.query(`DELETE FROM audience WHERE id IN (${old})`, [days]);
  return rows.rowCount ?? 0;
}
