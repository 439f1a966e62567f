import { retention } from '../../../campaigns/privacy/retention.ts';
import { dayOf } from '../../platform/database/day-sql.ts';
import { queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { ExpiredRows } from '../../platform/files/delete-expired-files.ts';
import { photoPath } from '../activities/photo-upload.ts';
import type { ExpiryDays } from '../activities/photos-sql.ts';

/**
 * Deletes pictures of cuttings whose time is over, as long after as other papers of activities, and at once where the note
 * is gone. The note and its appearance in the log stay.
 */
export async function deleteOldCuttings(
  tx: Queryable,
  { today, campaignEndsOn }: ExpiryDays,
  most: number,
): Promise<ExpiredRows> {
  // An officer who hands in the same picture meanwhile waits, so that its file is not deleted under the new row.
  await tx.query('LOCK TABLE press_note_cutting IN SHARE ROW EXCLUSIVE MODE');
  const rows = await queryRows<{ appearance: number; sha256: string }>(tx)`
    SELECT appearance_id AS appearance, sha256 FROM press_note_cutting AS c
    WHERE greatest(${raw(dayOf('uploaded_at'))},
      ${campaignEndsOn}::date) + ${retention.photoDays}::int < ${today}::date
      OR NOT EXISTS (SELECT FROM press_note_appearance WHERE id = c.appearance_id)
      OR NOT EXISTS (
        SELECT FROM press_note_appearance AS p JOIN activity AS a ON a.id = p.activity_id
          LEFT JOIN activity_version AS v ON v.activity_id = a.id AND v.version = a.version
        WHERE p.id = c.appearance_id AND p.cutting = c.sha256 AND (a.status NOT IN ('rejected', 'withdrawn')
          OR coalesce(v.changed_at,
            a.entered_at) >= now() - ${retention.refusedPhotoDays}::int * interval '1 day')
      ) AND uploaded_at < now() - ${retention.refusedPhotoDays}::int * interval '1 day'
    ORDER BY appearance_id, sha256 LIMIT ${most}`;
  if (rows.length === 0) return { rows: 0, paths: [] };
  const columns = [rows.map(({ appearance }) => appearance), rows.map(({ sha256 }) => sha256)];
  const gone = 'unnest($1::int[], $2::text[]) AS gone (appearance, sha256)';
  await tx.query(
    `UPDATE press_note_appearance AS p SET cutting = NULL FROM ${gone}
     WHERE p.id = gone.appearance AND p.cutting = gone.sha256`,
    columns,
  );
  await tx.query(
    `DELETE FROM press_note_cutting AS c USING ${gone}
     WHERE c.appearance_id = gone.appearance AND c.sha256 = gone.sha256`,
    columns,
  );
  const unused = await queryRows<{ sha256: string }>(tx)`
    SELECT DISTINCT sha256 FROM unnest(${columns[1]}::text[]) AS gone (sha256)
    WHERE NOT EXISTS (SELECT FROM press_note_cutting AS c WHERE c.sha256 = gone.sha256)`;
  return { rows: rows.length, paths: unused.map(({ sha256 }) => photoPath(sha256)) };
}
