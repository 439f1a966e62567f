import type { Pool } from 'pg';
import { retention } from '../../../campaigns/privacy/retention.ts';
import { deleteOldAttachments } from '../../field/activities/attachment-retention.ts';
import { deleteOldPhotos } from '../../field/activities/photo-retention.ts';
import { deleteOldCuttings } from '../../field/press-notes/cutting-retention.ts';
import { deleteOldDrafts } from '../../field/press-notes/press-notes-sql.ts';
import { deleteLetterWords } from '../../mail/delivery/ledger-sql.ts';
import { deleteInvitationAddresses } from '../../people/accounts/invitations-sql.ts';
import {
  deleteExpiredLists,
  deleteOldRejects,
  deleteUnfinishedLists,
} from '../../phone/audiences/retention-sql.ts';
import {
  deleteLedgerNumbers,
  endNumberlessUnknown,
} from '../../phone/ledger/delete-numbers-sql.ts';
import { deleteOldParts } from '../../phone/ledger/message-parts-sql.ts';
import { deleteUnfinishedDoNotDisturb } from '../../phone/numbers/do-not-disturb-sql.ts';
import { deleteOldReceiptRows } from '../../phone/receipt-files/receipt-files-sql.ts';
import { deleteLinkRequestNumbers } from '../../phone/voice/link-requests-sql.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { deleteOldDirectionPapers } from '../../register/directions/paper-retention.ts';
import { deleteOldInstallHashes } from '../../scanning/installs/installs-sql.ts';
import { addToTally, recordPastDays } from './tally-sql.ts';

/** What the job deletes by itself. */
export const expiringData = [
  'list-members',
  'list-rejects',
  'unfinished-uploads',
  'receipt-file-rows',
  'ledger-numbers',
  'ended-unknown',
  'message-parts',
  'link-request-numbers',
  'invitation-addresses',
  'letters',
  'photos',
  'attachments',
  'cuttings',
  'direction-papers',
  'press-drafts',
  'install-hashes',
] as const;
export type ExpiringData = (typeof expiringData)[number];

export interface ExpiryContext {
  pool: Pool;
  photos: FileStore;
  attachments: FileStore;
  cuttings: FileStore;
  directionPapers: FileStore;
  campaignEndsOn: string;
  /** Calendar day in Asia/Kolkata. */
  today: string;
  /** Told how many rows or files went; not called for none. */
  onDeleted(what: ExpiringData, count: number): void;
  /** Told of a part that failed; the others go on, and it is tried again in an hour. */
  onTrouble(what: ExpiringData, error: unknown): void;
}

/** Deletes everything whose time is over, and notes how much of what for the audit log. */
export async function deleteExpiredData(context: ExpiryContext): Promise<void> {
  const { pool, today } = context;
  for (const what of expiringData) {
    try {
      const deleted = await deletePart(what, context);
      if (deleted === 0) continue;
      await addToTally(pool, today, { what, deleted });
      context.onDeleted(what, deleted);
    } catch (error) {
      context.onTrouble(what, error);
    }
  }
  await recordPastDays(pool, today);
}

async function deletePart(
  what: ExpiringData,
  { pool, photos, attachments, cuttings, directionPapers, campaignEndsOn, today }: ExpiryContext,
): Promise<number> {
  switch (what) {
    case 'list-members':
      return deleteExpiredLists(pool, today);
    case 'list-rejects':
      return deleteOldRejects(pool, retention.rejectDays);
    case 'unfinished-uploads': {
      const lists = await deleteUnfinishedLists(pool);
      return lists + (await deleteUnfinishedDoNotDisturb(pool, retention.unfinishedUploadDays));
    }
    case 'receipt-file-rows':
      return deleteOldReceiptRows(pool, {
        unfinishedDays: retention.unfinishedUploadDays,
        faultDays: retention.rejectDays,
      });
    case 'ledger-numbers':
      return deleteLedgerNumbers(pool, today, retention.receiptDays);
    case 'ended-unknown':
      return endNumberlessUnknown(pool);
    case 'message-parts':
      return deleteOldParts(pool, retention.receiptDays);
    case 'link-request-numbers':
      return deleteLinkRequestNumbers(pool, retention.linkRequestDays);
    case 'invitation-addresses':
      return deleteInvitationAddresses(pool, retention.invitationDays);
    case 'letters':
      return deleteLetterWords(pool, retention.letterDays);
    case 'press-drafts':
      return deleteOldDrafts(pool, retention.pressDraftDays);
    case 'install-hashes':
      return deleteOldInstallHashes(pool, today, retention.installDays);
    case 'photos':
      return deleteOldPhotos(pool, photos, { today, campaignEndsOn, ...retention });
    case 'attachments':
      return deleteOldAttachments(pool, attachments, { today, campaignEndsOn, ...retention });
    case 'direction-papers':
      return deleteOldDirectionPapers(pool, directionPapers, { today, ...retention });
    case 'cuttings':
      return deleteOldCuttings(pool, cuttings, { today, campaignEndsOn, ...retention });
  }
}
