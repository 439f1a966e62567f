import type { Pool } from 'pg';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { type Attachment, attachmentPath } from './attachments-sql.ts';
import type { PhotoPeriods } from './photo-retention.ts';

/** Papers that are deleted in one transaction, with their files. */
const batchAttachments = 50;

/**
 * Deletes papers whose time is over, as long after as pictures of boards: the file, the row, and what the activity says of
 * it. The activity stays.
 */
export async function deleteOldAttachments(
  pool: Pool,
  attachments: FileStore,
  periods: PhotoPeriods,
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const batch = await inTransaction(pool, (tx) => deleteBatch(tx, attachments, periods));
    deleted += batch;
    if (batch < batchAttachments) return deleted;
  }
}

async function deleteBatch(
  tx: Queryable,
  attachments: FileStore,
  { today, campaignEndsOn, photoDays, refusedPhotoDays }: PhotoPeriods,
): Promise<number> {
  const { rows } = await tx.query<Attachment>(
    `SELECT activity_id::int AS activity, field, sha256 FROM activity_attachment AS p
     WHERE greatest((uploaded_at AT TIME ZONE 'Asia/Kolkata')::date, $2::date) + $3::int < $1::date
       OR NOT EXISTS (
         SELECT FROM activity AS a LEFT JOIN activity_version AS v ON v.activity_id = a.id AND v.version = a.version
         WHERE a.id = p.activity_id AND a.details->>p.field = p.sha256 AND (a.status NOT IN ('rejected', 'withdrawn')
           OR coalesce(v.changed_at, a.entered_at) >= now() - $4::int * interval '1 day')
       ) AND uploaded_at < now() - $4::int * interval '1 day'
     ORDER BY activity_id, field, sha256 LIMIT $5 FOR UPDATE OF p`,
    [today, campaignEndsOn, photoDays, refusedPhotoDays, batchAttachments],
  );
  if (rows.length === 0) return 0;
  const columns = [
    rows.map(({ activity }) => activity),
    rows.map(({ field }) => field),
    rows.map(({ sha256 }) => sha256),
  ];
  const given = 'unnest($1::bigint[], $2::text[], $3::text[]) AS gone (activity_id, field, sha256)';
  await tx.query(
    `UPDATE activity AS a SET details = a.details - ARRAY(
       SELECT field FROM ${given} WHERE activity_id = a.id AND a.details->>field = sha256)
     WHERE EXISTS (SELECT FROM ${given} WHERE activity_id = a.id AND a.details->>field = sha256)`,
    columns,
  );
  await tx.query(
    `DELETE FROM activity_attachment AS p USING ${given}
     WHERE p.activity_id = gone.activity_id AND p.field = gone.field AND p.sha256 = gone.sha256`,
    columns,
  );
  // Before the commit: a file without its row would never be found again.
  for (const row of rows) await attachments.delete(attachmentPath(row));
  return rows.length;
}
