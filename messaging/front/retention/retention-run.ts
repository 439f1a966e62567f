import type { Pool } from 'pg';
import { dayMs } from '../../../campaigns/durations.ts';
import { retention } from '../../../campaigns/privacy/retention.ts';
import { deleteOldAttachments } from '../../field/activities/attachments-sql.ts';
import {
  deleteOldKeys,
  deleteOldPhotos,
  type ExpiryDays,
} from '../../field/activities/photos-sql.ts';
import { deleteOldSpecimens } from '../../field/board-pictures/specimens-sql.ts';
import { deleteOldCuttings } from '../../field/press-notes/cutting-retention-sql.ts';
import { deleteOldDrafts } from '../../field/press-notes/press-notes-sql.ts';
import { deleteSettledReports } from '../../field/stations/name-reports-sql.ts';
import { deleteLetterWords } from '../../mail/delivery/ledger-sql.ts';
import { deleteInvitationAddresses } from '../../people/accounts/invitations-sql.ts';
import { deleteHeldWords } from '../../people/held-acts/held-acts-sql.ts';
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
import { deleteUnfinishedUploads } from '../../phone/numbers/list-uploads-sql.ts';
import { deleteOldWhatsapp } from '../../phone/numbers/whatsapp-sql.ts';
import { deleteOldReceiptRows } from '../../phone/receipt-files/receipt-files-sql.ts';
import { deleteLinkRequestNumbers } from '../../phone/voice/link-requests-sql.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { execute, queryRows } from '../../platform/database/sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { deleteExpiredFiles, type ExpiredRows } from '../../platform/files/delete-expired-files.ts';
import type { FileRoom, FileStore } from '../../platform/files/file-store.ts';
import type { Files } from '../../platform/files/open-files.ts';
import {
  deleteOldPapers,
  deleteUnnamedPapers,
} from '../../register/directions/paper-retention-sql.ts';
import { deleteOldCodeReports } from '../../scanning/code-reports/code-reports-sql.ts';
import { deleteOldInstallHashes } from '../../scanning/installs/installs-sql.ts';

/** Steps of the job that deletes, in this order; each counts the rows that went. */
const steps = {
  'list-members': ({ pool, today }) => deleteExpiredLists(pool, today),
  'list-rejects': ({ pool }) => deleteOldRejects(pool, retention.rejectDays),
  'unfinished-uploads': async ({ pool }) =>
    (await deleteUnfinishedLists(pool)) +
    (await deleteUnfinishedUploads(pool, retention.unfinishedUploadDays)),
  'receipt-file-rows': ({ pool }) =>
    deleteOldReceiptRows(pool, {
      unfinishedDays: retention.unfinishedUploadDays,
      faultDays: retention.rejectDays,
    }),
  'ledger-numbers': ({ pool, today }) => deleteLedgerNumbers(pool, today, retention.receiptDays),
  'ended-unknown': ({ pool }) => endNumberlessUnknown(pool),
  'message-parts': ({ pool }) => deleteOldParts(pool, retention.receiptDays),
  'link-request-numbers': ({ pool }) => deleteLinkRequestNumbers(pool, retention.linkRequestDays),
  whatsapp: ({ pool, today }) =>
    deleteOldWhatsapp(pool, today, {
      optInDays: retention.optInDays,
      windowHours: retention.whatsappWindowHours,
    }),
  'invitation-addresses': ({ pool }) => deleteInvitationAddresses(pool, retention.invitationDays),
  letters: ({ pool }) => deleteLetterWords(pool, retention.letterDays),
  async photos(sources) {
    await deleteOldKeys(sources.pool);
    return expireFiles('photos', deleteOldPhotos)(sources);
  },
  attachments: expireFiles('attachments', deleteOldAttachments),
  cuttings: expireFiles('cuttings', deleteOldCuttings),
  async 'direction-papers'({ pool, files, today }) {
    await inTransaction(pool, (tx) => deleteOldPapers(tx, today));
    return deleteExpiredFiles(pool, files.room('directions'), deleteUnnamedPapers);
  },
  // Reads the names of all files, and so once a day.
  'orphaned-files': async ({ pool, files, isFirstOfDay }) =>
    isFirstOfDay ? deleteOrphans(pool, files, new Date()) : 0,
  'press-drafts': ({ pool }) => deleteOldDrafts(pool, retention.pressDraftDays),
  'held-words': ({ pool }) => deleteHeldWords(pool, retention.pressDraftDays),
  'board-specimens': ({ pool }) => deleteOldSpecimens(pool, retention.specimenDays),
  'name-reports': ({ pool }) => deleteSettledReports(pool, retention.nameReportDays),
  'code-reports': ({ pool, today }) => deleteOldCodeReports(pool, today, retention.codeReportDays),
  'install-hashes': ({ pool, today }) => deleteOldInstallHashes(pool, today, retention.installDays),
} satisfies Record<string, (sources: RetentionSources) => Promise<number>>;
export type RetentionStep = keyof typeof steps;
export const retentionSteps = Object.keys(steps) as RetentionStep[];

interface RetentionSources extends ExpiryDays {
  pool: Pool;
  files: Pick<Files, 'room'>;
  /** No run of this process was on the same day. */
  isFirstOfDay: boolean;
}

/** Deletes rows that name files of a room, and the files. */
function expireFiles(
  room: FileRoom,
  deleteRows: (tx: Queryable, days: ExpiryDays, most: number) => Promise<ExpiredRows>,
) {
  return ({ pool, files, ...days }: RetentionSources) =>
    deleteExpiredFiles(pool, files.room(room), (tx, most) => deleteRows(tx, days, most));
}

export interface RetentionContext extends RetentionSources {
  /** Told how many rows or files went; not called for none. */
  onDeleted(what: RetentionStep, count: number): void;
  /** Told of a part that failed; the others go on, and it is tried again in an hour. */
  onTrouble(what: RetentionStep, error: unknown): void;
}

/** Deletes everything whose time is over, and notes how much of what for the audit log. */
export async function runRetention(context: RetentionContext): Promise<void> {
  const { pool, today } = context;
  for (const what of retentionSteps) {
    try {
      const deleted = await steps[what](context);
      if (deleted === 0) continue;
      await addToTally(pool, today, { what, deleted });
      context.onDeleted(what, deleted);
    } catch (error) {
      context.onTrouble(what, error);
    }
  }
  await recordPastDays(pool, today);
}

/** Between a file and the commit of its row lie seconds; a day forgives a clock that is wrong. */
const graceMs = dayMs;
const batchFiles = 500;
const bySha256 = /([0-9a-f]{64})(?:\.jpg)?$/;

/** For each room the part of a path that identifies a file, and the rows that name such parts. */
const named: Partial<Record<FileRoom, { part: RegExp; rows: string }>> = {
  photos: { part: bySha256, rows: 'SELECT sha256 AS part FROM activity_photo' },
  attachments: { part: bySha256, rows: 'SELECT sha256 AS part FROM activity_attachment' },
  cuttings: { part: bySha256, rows: 'SELECT sha256 AS part FROM press_note_cutting' },
  directions: { part: bySha256, rows: 'SELECT sha256 AS part FROM direction_file' },
  takes: { part: /^([^/]+)\//, rows: 'SELECT key::text AS part FROM take' },
};

/**
 * Deletes files that no row has named for a day: left by a process that ended between a file and its row, they would be
 * kept for ever.
 * @returns how many went
 */
async function deleteOrphans(
  database: Queryable,
  files: Pick<Files, 'room'>,
  now: Date,
): Promise<number> {
  let deleted = 0;
  for (const [room, { part, rows }] of Object.entries(named)) {
    const store = files.room(room as FileRoom);
    const old = (await store.list('')).filter(({ changedAt }) => isOld(changedAt, now));
    const parts = old.flatMap(({ name }) => {
      const [, found] = part.exec(name) ?? [];
      return found === undefined ? [] : [{ name, part: found }];
    });
    for (let start = 0; start < parts.length; start += batchFiles) {
      const batch = parts.slice(start, start + batchFiles);
      const known = await database.query<{ part: string }>(
        `SELECT part FROM (${rows}) AS named WHERE part = ANY ($1::text[])`,
        [batch.map((file) => file.part)],
      );
      const kept = new Set(known.rows.map((row) => row.part));
      for (const file of batch) {
        if (!kept.has(file.part) && (await deleteOld(store, file.name, now))) deleted += 1;
      }
    }
  }
  return deleted;
}

/** Leaves a file that was stored again since the list was read. */
async function deleteOld(store: FileStore, name: string, now: Date): Promise<boolean> {
  const file = await store.head(name);
  if (file === undefined || !isOld(file.changedAt, now)) return false;
  await store.delete(name);
  return true;
}

function isOld(changedAt: Date, now: Date): boolean {
  return now.getTime() - changedAt.getTime() > graceMs;
}

/** Adds to what was deleted on a day. */
async function addToTally(
  database: Queryable,
  day: string,
  { what, deleted }: { what: string; deleted: number },
): Promise<void> {
  await execute(database)`
    INSERT INTO retention_tally AS t (day, what, deleted) VALUES (${day}, ${what}, ${deleted})
    ON CONFLICT (day, what) DO UPDATE SET deleted = t.deleted + excluded.deleted`;
}

/** Writes what was deleted on each day that is over into the audit log, one entry a day. */
async function recordPastDays(pool: Pool, today: string): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const rows = await queryRows<{ day: string; what: string; deleted: string }>(tx)`
      DELETE FROM retention_tally WHERE day <> ${today}::date RETURNING day::text AS day, what, deleted`;
    const days = Map.groupBy(rows, ({ day }) => day);
    for (const [day, tallies] of [...days].sort(([left], [right]) => (left < right ? -1 : 1))) {
      await writeAudit(tx, {
        actor: 'service',
        action: 'retention.delete',
        subject: `retention/${day}`,
        after: Object.fromEntries(tallies.map(({ what, deleted }) => [what, Number(deleted)])),
      });
    }
  });
}
