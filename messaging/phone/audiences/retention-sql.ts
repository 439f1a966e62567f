import type { Pool } from 'pg';
import { execute, queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/**
 * Deletes what is in lists whose retention is over: members, rejects, and the numbers of tests of their blasts. The
 * list stays as a name.
 * @param today calendar day in Asia/Kolkata
 */
export async function deleteExpiredLists(pool: Pool, today: string): Promise<number> {
  const rows = await queryRows<{ id: number }>(pool)`
    SELECT id FROM audience WHERE retain_until < ${today}::date`;
  let deleted = 0;
  for (const { id } of rows) {
    const members = await pool.query('DELETE FROM audience_member WHERE audience_id = $1', [id]);
    await execute(pool)`DELETE FROM audience_reject WHERE audience_id = ${id}`;
    await execute(pool)`DELETE FROM consent_event WHERE audience_id = ${id}`;
    await execute(pool)`
      UPDATE test_message SET msisdn = NULL
      WHERE msisdn IS NOT NULL AND blast_id IN (SELECT id FROM blast WHERE audience_id = ${id})`;
    deleted += members.rowCount ?? 0;
  }
  return deleted;
}

/** Deletes rejected rows this many days after their upload, or earlier with their list. Practice lives in another year. */
export async function deleteOldRejects(database: Queryable, days: number): Promise<number> {
  return execute(database)`
    DELETE FROM audience_reject WHERE audience_id IN (
      SELECT id FROM audience WHERE created_at < now() - ${days}::int * interval '1 day')
    AND NOT EXISTS (SELECT FROM practice)`;
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
