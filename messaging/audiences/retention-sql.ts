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

/** Deletes what uploads left whose process has died: it has given no sign of life for a quarter of an hour. */
export async function deleteUnfinishedLists(database: Queryable): Promise<number> {
  const dead = `SELECT id FROM audience
    WHERE ready_at IS NULL AND upload_seen_at < now() - interval '15 minutes'`;
  const rows = await database.query(
    `DELETE FROM audience_upload AS u WHERE audience_id IN (${dead})
       OR NOT EXISTS (SELECT FROM audience AS a WHERE a.id = u.audience_id AND a.ready_at IS NULL)`,
  );
  await database.query(`DELETE FROM audience WHERE id IN (${dead})`);
  return rows.rowCount ?? 0;
}
