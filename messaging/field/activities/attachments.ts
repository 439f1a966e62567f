import { attachmentFields } from '../../../campaigns/activities/activity-kinds.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type Activities, type ActivityRequest, findRecordable } from './activities.ts';
import { lockActivity, type StoredActivity } from './activities-sql.ts';
import {
  type Attachment,
  attachmentPath,
  deleteAttachmentRow,
  insertAttachment,
} from './attachments-sql.ts';
import { changeActivityIn, type WantedStep } from './changes.ts';
import type { PhotoReader } from './photo-reader.ts';

/** Keeps certificates and cuttings. They are shown, and prove nothing by themselves. */
export interface Attachments {
  activities: Activities;
  reader: Pick<PhotoReader, 'copy'>;
  files: FileStore;
}

/** An activity as it was seen, and one of its fields. */
export type AttachmentRequest = ActivityRequest & { field: string };

/**
 * @param path of the file that was handed in
 * @throws PhotoError when the file is neither a picture nor a PDF that can be taken
 */
export async function attachFile(
  { activities, reader, files }: Attachments,
  { path, field, ...request }: AttachmentRequest & { path: string },
  caller: Caller,
): Promise<StoredActivity> {
  await findField(activities, { ...request, field }, caller);
  const { jpeg, sha256 } = await reader.copy(path, caller.actor.id);
  const attachment = { activity: request.id, field, sha256 };
  await files.put(attachmentPath(attachment), jpeg);
  const { pool } = activities.database;
  await insertAttachment(pool, attachment, { bytes: jpeg.length, by: caller.actor.name });
  // One that is replaced goes by the hourly job, as a picture of a board does.
  const action = ({ details }: StoredActivity) =>
    details[field] === undefined ? 'complete' : 'correct';
  const change = ({ details }: StoredActivity) => ({ details: { ...details, [field]: sha256 } });
  return changeAtOnce(activities, { ...request, action, change }, caller);
}

/** Takes a file out of the activity and deletes it. */
export async function deleteAttachment(
  { activities, files }: Attachments,
  { field, ...request }: AttachmentRequest,
  caller: Caller,
): Promise<StoredActivity> {
  const { details: found } = await findField(activities, { ...request, field }, caller);
  const sha256 = found[field];
  if (typeof sha256 !== 'string') throw new Refusal('not-found');
  const change = ({ details: { [field]: _, ...details } }: StoredActivity) => ({ details });
  const step = { ...request, action: 'correct' as const, change };
  const activity = await changeAtOnce(activities, step, caller);
  const attachment: Attachment = { activity: request.id, field, sha256 };
  await files.delete(attachmentPath(attachment));
  await deleteAttachmentRow(activities.database.pool, attachment);
  return activity;
}

/** No file waits for a second officer: what would take back an approval is refused, by the zone it is taken back first. */
function changeAtOnce(
  activities: Activities,
  step: WantedStep,
  caller: Caller,
): Promise<StoredActivity> {
  return inTransaction(activities.database.pool, async (tx) => {
    const before = await lockActivity(tx, step.id);
    const after = await changeActivityIn(tx, activities, step, caller);
    if (before?.status === 'approved' && after.status !== 'approved')
      throw new Refusal('not-possible', { status: 'approved' });
    return after;
  });
}

/** The activity, where the officer may change this field of it. */
async function findField(
  activities: Activities,
  { id, field }: AttachmentRequest,
  caller: Caller,
): Promise<StoredActivity> {
  const activity = await findRecordable(activities, id, caller);
  if (!attachmentFields(activity.kind).some(({ name }) => name === field))
    throw new Refusal('not-found');
  return activity;
}
