import type { Queryable } from '../../platform/database/transaction.ts';

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
  await database.query(
    `INSERT INTO activity_attachment (activity_id, field, sha256, bytes, uploaded_by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (activity_id, field, sha256) DO UPDATE SET uploaded_by = excluded.uploaded_by, uploaded_at = now()`,
    [activity, field, sha256, bytes, by],
  );
}

export async function deleteAttachmentRow(
  database: Queryable,
  { activity, field, sha256 }: Attachment,
): Promise<void> {
  await database.query(
    'DELETE FROM activity_attachment WHERE activity_id = $1 AND field = $2 AND sha256 = $3',
    [activity, field, sha256],
  );
}
