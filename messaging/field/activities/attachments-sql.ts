import { retention } from '../../../campaigns/privacy/retention.ts';
import { dayOf } from '../../platform/database/day-sql.ts';
import { execute, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { ExpiredRows } from '../../platform/files/delete-expired-files.ts';
import type { ExpiryDays } from './photos-sql.ts';

/** A paper of an activity that is kept. */
export interface Attachment {
  activity: number;
  /** Name of the field that holds it. */
  field: string;
  sha256: string;
}

/** Name of a kept paper in the room of papers. */
export function attachmentPath({ activity, field, sha256 }: Attachment): string {
  return `${activity}/${field}-${sha256}.jpg`;
}

/** Stores that a paper is kept; the same one again changes nothing but its time. */
export async function insertAttachment(
  database: Queryable,
  { activity, field, sha256 }: Attachment,
  { bytes, by }: { bytes: number; by: string },
): Promise<void> {
  await execute(database)`
    INSERT INTO activity_attachment (activity_id, field, sha256, bytes, uploaded_by)
      VALUES (${activity}, ${field}, ${sha256}, ${bytes}, ${by})
    ON CONFLICT (activity_id, field, sha256) DO UPDATE
      SET uploaded_by = excluded.uploaded_by, uploaded_at = now()`;
}

export async function deleteAttachmentRow(
  database: Queryable,
  { activity, field, sha256 }: Attachment,
): Promise<void> {
  await execute(database)`
    DELETE FROM activity_attachment WHERE activity_id = ${activity} AND field = ${field} AND sha256 = ${sha256}`;
}

/**
 * Deletes papers whose time is over, as long after as pictures of boards: the row, and what the activity says of it. The
 * activity stays.
 */
export async function deleteOldAttachments(
  tx: Queryable,
  { today, campaignEndsOn }: ExpiryDays,
  most: number,
): Promise<ExpiredRows> {
  const rows = await queryRows<Attachment>(tx)`
    SELECT activity_id::int AS activity, field, sha256 FROM activity_attachment AS p
    WHERE greatest(${raw(dayOf('uploaded_at'))},
      ${campaignEndsOn}::date) + ${retention.photoDays}::int < ${today}::date
      OR NOT EXISTS (
        SELECT FROM activity AS a LEFT JOIN activity_version AS v ON v.activity_id = a.id
          AND v.version = a.version
        WHERE a.id = p.activity_id AND a.details->>p.field = p.sha256
          AND (a.status NOT IN ('rejected', 'withdrawn')
          OR coalesce(v.changed_at,
            a.entered_at) >= now() - ${retention.refusedPhotoDays}::int * interval '1 day')
      ) AND uploaded_at < now() - ${retention.refusedPhotoDays}::int * interval '1 day'
    ORDER BY activity_id, field, sha256 LIMIT ${most} FOR UPDATE OF p`;
  if (rows.length === 0) return { rows: 0, paths: [] };
  const columns = [
    rows.map(({ activity }) => activity),
    rows.map(({ field }) => field),
    rows.map(({ sha256 }) => sha256),
  ];
  const gone = 'unnest($1::bigint[], $2::text[], $3::text[]) AS gone (activity_id, field, sha256)';
  await tx.query(
    `UPDATE activity AS a SET details = a.details - ARRAY(
       SELECT field FROM ${gone} WHERE activity_id = a.id AND a.details->>field = sha256)
     WHERE EXISTS (SELECT FROM ${gone} WHERE activity_id = a.id AND a.details->>field = sha256)`,
    columns,
  );
  await tx.query(
    `DELETE FROM activity_attachment AS p USING ${gone}
     WHERE p.activity_id = gone.activity_id AND p.field = gone.field AND p.sha256 = gone.sha256`,
    columns,
  );
  return { rows: rows.length, paths: rows.map(attachmentPath) };
}
