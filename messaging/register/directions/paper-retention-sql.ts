import { retention } from '../../../campaigns/privacy/retention.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { dayOf } from '../../platform/database/day-sql.ts';
import { execute, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { ExpiredRows } from '../../platform/files/delete-expired-files.ts';

/** Name of a paper's file in its room. */
export function paperPath(occurrence: number, sha256: string): string {
  return `${occurrence}/${sha256}`;
}

/**
 * Deletes the rows of papers whose time since they were handed in, or taken off before that, is over. A trigger lists
 * the files of deleted rows for `deleteUnnamedPapers`.
 */
export async function deleteOldPapers(tx: Queryable, today: Day): Promise<void> {
  await execute(tx)`
    DELETE FROM direction_file AS f
    WHERE ${raw(dayOf('uploaded_at'))} + ${retention.directionPaperDays}::int < ${today}::date
      OR ${raw(dayOf('removed_at'))} + ${retention.refusedPhotoDays}::int < ${today}::date
        AND NOT EXISTS (
          SELECT FROM direction_step AS s
          WHERE s.occurrence_id = f.occurrence_id AND s.files @> jsonb_build_array(jsonb_build_object('id',
            f.id))
        )`;
}

/** Takes files off the list of those whose rows are gone; one that was handed in again meanwhile stays. */
export async function deleteUnnamedPapers(tx: Queryable, most: number): Promise<ExpiredRows> {
  // An officer who hands in the same paper meanwhile waits, so that its file is not deleted under the new row.
  await tx.query('LOCK TABLE direction_file IN SHARE ROW EXCLUSIVE MODE');
  const rows = await queryRows<{ occurrence: number; sha256: string; back: boolean }>(tx)`
    DELETE FROM direction_file_gone WHERE (occurrence_id, sha256) IN (
      SELECT occurrence_id, sha256 FROM direction_file_gone ORDER BY gone_at, occurrence_id, sha256
        LIMIT ${most})
    RETURNING occurrence_id AS occurrence, sha256, EXISTS (SELECT FROM direction_file AS f
      WHERE f.occurrence_id = direction_file_gone.occurrence_id
        AND f.sha256 = direction_file_gone.sha256) AS back`;
  const unnamed = rows.filter(({ back }) => !back);
  return {
    rows: rows.length,
    paths: unnamed.map(({ occurrence, sha256 }) => paperPath(occurrence, sha256)),
  };
}
