import type { ActivityDetails } from '../../../campaigns/activities/activity.ts';
import { attachmentFields } from '../../../campaigns/activities/activity-kinds.ts';
import { mayRecord } from '../../../campaigns/activities/rights.ts';
import type { Database } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { findActivity, type StoredActivity } from './activities-sql.ts';
import {
  type ActivityBook,
  type ActivityOutcome,
  type ActivityRequest,
  notAllowed,
  notFound,
} from './activity-book.ts';
import {
  type Attachment,
  attachmentPath,
  deleteAttachmentRow,
  insertAttachment,
} from './attachments-sql.ts';
import type { PhotoReader } from './photo-reader.ts';

export interface AttachmentDependencies {
  database: Database;
  book: ActivityBook;
  reader: Pick<PhotoReader, 'copy'>;
  /** The kept papers. */
  attachments: FileStore;
}

/** Of which activity, as it was seen, and in which of its fields. */
export type AttachmentRequest = ActivityRequest & { field: string };

export type AttachmentBook = ReturnType<typeof createAttachmentBook>;

/** Keeps the papers of activities: certificates and cuttings. They are shown, and prove nothing by themselves. */
export function createAttachmentBook(dependencies: AttachmentDependencies) {
  const { database, book, reader, attachments } = dependencies;

  /** The activity, where the officer may change this field of it. */
  async function openField(
    { actor }: Caller,
    { id, field }: AttachmentRequest,
  ): Promise<StoredActivity | Extract<ActivityOutcome, { kind: 'refused' }>> {
    const activity = await findActivity(database.pool, id);
    const home = activity && book.placeOf(activity.district);
    if (activity === undefined || home === undefined || !book.mayRead(actor, activity))
      return notFound;
    if (!mayRecord(actor, activity.kind, home)) return notAllowed;
    return attachmentFields(activity.kind).some(({ name }) => name === field) ? activity : notFound;
  }

  return {
    /** @throws PhotoError when the file is neither a picture nor a PDF that can be taken */
    async attach(
      asked: Caller,
      request: AttachmentRequest,
      path: string,
    ): Promise<ActivityOutcome> {
      const opened = await openField(asked, request);
      if ('code' in opened) return opened;
      const { id, field } = request;
      const { jpeg, sha256 } = await reader.copy(path, asked.actor.id);
      const attachment = { activity: id, field, sha256 };
      await attachments.put(attachmentPath(attachment), jpeg);
      await insertAttachment(database.pool, attachment, {
        bytes: jpeg.length,
        by: asked.actor.name,
      });
      // One that is replaced goes by the hourly job, as a picture of a board does.
      return book.act(
        asked,
        request,
        ({ details }) => (details[field] === undefined ? 'complete' : 'correct'),
        ({ details }) => ({ details: { ...details, [field]: sha256 } }),
      );
    },

    /** Takes a paper out of the activity and deletes it. */
    async delete(asked: Caller, request: AttachmentRequest): Promise<ActivityOutcome> {
      const opened = await openField(asked, request);
      if ('code' in opened) return opened;
      const { id, field } = request;
      const sha256 = opened.details[field];
      if (typeof sha256 !== 'string') return notFound;
      const outcome = await book.act(asked, request, 'correct', ({ details }) => ({
        details: without(details, field),
      }));
      if (outcome.kind === 'done') {
        const attachment: Attachment = { activity: id, field, sha256 };
        await attachments.delete(attachmentPath(attachment));
        await deleteAttachmentRow(database.pool, attachment);
      }
      return outcome;
    },
  };
}

function without(details: ActivityDetails, field: string): ActivityDetails {
  return Object.fromEntries(Object.entries(details).filter(([name]) => name !== field));
}
