import { buffer } from 'node:stream/consumers';
import type { Pool } from 'pg';
import { openStatuses } from '../../../campaigns/activities/activity-status.ts';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import { type OwingRole, owingRoles } from '../../../campaigns/directions/owing-roles.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import { addDays, type Day, minuteOfDay, toDay } from '../../../campaigns/tracker/clock.ts';
import { lateDistricts } from '../../../campaigns/tracker/late-districts.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import { rolesOfTopic } from '../../../campaigns/words/mail-topics.ts';
import { fileTypes } from '../../contract/file-types.ts';
import type { KeptNotes } from '../../figures/review-notes/kept-notes.ts';
import { localPath } from '../../mail/delivery/audit-letters.ts';
import type { Attachment, NewLetter } from '../../mail/delivery/letter.ts';
import { headPicture, monthlyLetter, weeklyLetter } from '../../mail/delivery/letters/digests.ts';
import { directionsLetter } from '../../mail/delivery/letters/directions.ts';
import { approvalLetter } from '../../mail/delivery/letters/officers.ts';
import { findVoice, type LetterCampaign, type Voice } from '../../mail/delivery/letters/voice.ts';
import { type Mail, toOfficer } from '../../mail/delivery/mail.ts';
import { listRecipients, type Recipient } from '../../mail/delivery/recipients-sql.ts';
import { formatHead } from '../../platform/database/audit-chain.ts';
import { listDayHeads } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { textCodePng } from '../../platform/documents/link-code.ts';
import type { OfficeOwes } from '../../register/directions/owed.ts';
import { addLetters, beginMailing, countOpenEntries, latestMailing } from './mailings-sql.ts';

export interface DigestOptions {
  pool: Pool;
  mail: Mail;
  campaign: LetterCampaign & Pick<Campaign, 'id' | 'goal'>;
  districts: readonly District[];
  publicUrl: string;
  progress(): Promise<ProgressFile>;
  notes: Pick<KeptNotes, 'open'>;
  /** Reminders by the keys of offices since the day of the letters before */
  owed(after: Day): Promise<ReadonlyMap<string, OfficeOwes>>;
}

/** Most missed days for which a service that was down still writes. */
const mostMissedDays = 7;
/** Days after a campaign's end for which figures are still sent. */
const afterDays = 14;

/** Writes what is due, each once over all processes; returns how many letters. */
export async function writeDigests(options: DigestOptions, now: Date): Promise<number> {
  const { pool } = options;
  const due = dueDigests(now);
  if (due.length === 0) return 0;
  const progress = await options.progress();
  let written = 0;
  for (const digest of due) {
    const attachments = await readAttachments(digest, options);
    // The note is kept on its day by another module: not yet.
    if (attachments === undefined) continue;
    const after = digest.kind === 'directions' ? await lastReminded(pool, digest.day) : null;
    // Looked at every minute: what offices owe is computed once a day.
    if (after === 'done') continue;
    const owed = after === null ? new Map() : await options.owed(after);
    written += await inTransaction(pool, async (tx) => {
      const { key, kind } = digest;
      if (!(await beginMailing(tx, { key, kind, sentBy: 'service' }))) return 0;
      let count = 0;
      for (const letter of await writeLetters(tx, digest, {
        ...options,
        progress,
        attachments,
        owed,
      })) {
        if (await options.mail.send(tx, letter)) count += 1;
      }
      await addLetters(tx, key, count);
      return count;
    });
  }
  return written;
}

/** The last day before this one on which offices were reminded; `done` where that is this day. */
async function lastReminded(pool: Pool, today: Day): Promise<Day | 'done'> {
  const latest = (await latestMailing(pool, 'directions'))?.key.replace('directions/', '');
  if (latest === today) return 'done';
  const isNear =
    latest !== undefined && latest < today && latest >= addDays(today, -mostMissedDays);
  return isNear ? latest : addDays(today, -1);
}

type Made = Omit<DigestOptions, 'progress' | 'owed'> & {
  progress: ProgressFile;
  attachments: readonly Attachment[];
  owed: ReadonlyMap<string, OfficeOwes>;
};

async function writeLetters(tx: Queryable, digest: Digest, made: Made): Promise<NewLetter[]> {
  const { kind, key } = digest;
  const officers = await listRecipients(tx, { roles: rolesOfTopic(kind) }, kind);
  const open = kind === 'approvals' ? await countOpenEntries(tx, openStatuses) : [];
  const [head] = kind === 'weekly' ? await listDayHeads(tx, digest.monday) : [];
  const auditHead = head === undefined ? null : { day: head.day, head: formatHead(head) };
  const pictures =
    auditHead === null
      ? []
      : [
          {
            name: headPicture,
            contentType: fileTypes.png,
            content: await textCodePng(auditHead.head),
          },
        ];
  return officers.flatMap((officer) => {
    const voice = findVoice(made.campaign, officer.language);
    const content = writeContent(digest, { ...officer, voice }, { ...made, auditHead }, open);
    if (content === undefined) return [];
    const { language } = voice;
    return {
      key: `${key}/${officer.id}`,
      kind: kind === 'approvals' ? ('approval' as const) : kind,
      mailing: key,
      ...toOfficer(officer, { language, topic: kind }),
      content,
      attachments: [...made.attachments, ...pictures],
    };
  });
}

function writeContent(
  digest: Digest,
  { voice, role, area }: Pick<Recipient, 'role' | 'area'> & { voice: Voice },
  {
    progress,
    districts,
    campaign,
    publicUrl,
    owed,
    auditHead,
  }: Made & { auditHead: { day: Day; head: string } | null },
  open: readonly { district: string; count: number }[],
) {
  const toUrl = (path: string) => `${publicUrl}${localPath(voice.language, path)}`;
  switch (digest.kind) {
    case 'approvals': {
      const zoneOf = new Map(districts.map(({ id, zone }) => [id, zone]));
      // A zone decides about its districts, HQ about what no district owns.
      const count = open
        .filter(({ district }) =>
          role === 'zone' ? zoneOf.get(district) === area : district === '',
        )
        .reduce((sum, each) => sum + each.count, 0);
      if (count === 0) return undefined;
      return approvalLetter(
        { what: 'entries', count, consoleUrl: toUrl('/console/approvals/') },
        voice,
      );
    }
    case 'directions': {
      const office = owingRoles.find((each): each is OwingRole => each === role);
      const owes = office && owed.get(officeKey({ role: office, area }));
      if (owes === undefined) return undefined;
      const consoleUrl = toUrl('/console/directions/');
      return directionsLetter({ ...owes, today: progress.today, consoleUrl }, voice);
    }
    case 'monthly':
      return monthlyLetter({ month: digest.month, consoleUrl: toUrl('/console/') }, voice);
    case 'weekly': {
      if (progress.today > addDays(campaign.goal.endsOn, afterDays)) return undefined;
      const facts = weeklyFacts(progress, districts, toUrl('/progress/'));
      return weeklyLetter({ ...facts, auditHead }, voice);
    }
  }
}

function weeklyFacts(progress: ProgressFile, districts: readonly District[], consoleUrl: string) {
  const { downloads, goal, boards, scans, today } = progress;
  const names = new Map(districts.map(({ id, nameHi: hi, nameEn: en }) => [id, { hi, en }]));
  const late = lateDistricts(progress);
  return {
    today,
    downloads: downloads.kind === 'none' ? null : { total: downloads.total, asOf: downloads.asOf },
    goal: goal.downloads,
    daysLeft: progress.progress.daysLeft,
    requiredPerDay: progress.progress.requiredPerDay,
    perDay: progress.progress.rate7?.perDay ?? null,
    boards,
    scansLast7: scans.last7,
    late: late.map(({ district, up, stations }) => ({
      name: names.get(district) ?? { hi: district, en: district },
      up,
      stations,
    })),
    consoleUrl,
  };
}

/** The review note in both formats; none for another digest, undefined where the note is not there yet. */
async function readAttachments(
  digest: Digest,
  { campaign, notes }: Pick<DigestOptions, 'campaign' | 'notes'>,
): Promise<Attachment[] | undefined> {
  if (digest.kind !== 'monthly') return [];
  const [pdf, docx] = await Promise.all([
    notes.open(digest.month, 'pdf'),
    notes.open(digest.month, 'docx'),
  ]);
  if (pdf === undefined || docx === undefined) return undefined;
  const name = `${campaign.id}-review-${digest.month}`;
  return [
    { name: `${name}.pdf`, contentType: fileTypes.pdf, content: await buffer(pdf.content) },
    {
      name: `${name}.docx`,
      contentType: fileTypes.docx,
      content: await buffer(docx.content),
    },
  ];
}

type Digest =
  | { kind: 'weekly'; key: string; monday: Day }
  /** YYYY-MM */
  | { kind: 'monthly'; key: string; month: string }
  /** Each day; only who has something to be reminded of gets a letter. */
  | { kind: 'directions'; key: string; day: Day }
  | { kind: 'approvals'; key: string; day: Day };

/** Letters go out when offices open. */
const opensAt = 8 * 60;
const approvalsAt = 9 * 60;
/** Days of grace for a service that was down on the day; after them the figures belong to another week. */
const catchUpDays = { weekly: 2, monthly: 4 };
const dueDay = 5;

/** Digests that are due at a moment of the campaign's clock; each key goes out once, however often it is due. */
function dueDigests(now: Date): Digest[] {
  const today = toDay(now);
  const minute = minuteOfDay(now);
  const due: Digest[] = [];
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  if (sinceMonday <= catchUpDays.weekly && (sinceMonday > 0 || minute >= opensAt)) {
    const monday = addDays(today, -sinceMonday);
    due.push({ kind: 'weekly', key: `weekly/${monday}`, monday });
  }
  const date = Number(today.slice(8));
  if (
    date <= dueDay + catchUpDays.monthly &&
    (date > dueDay || (date === dueDay && minute >= opensAt))
  ) {
    const month = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
    due.push({ kind: 'monthly', key: `monthly/${month}`, month });
  }
  if (minute >= opensAt) due.push({ kind: 'directions', key: `directions/${today}`, day: today });
  if (minute >= approvalsAt) {
    due.push({ kind: 'approvals', key: `approvals/${today}`, day: today });
  }
  return due;
}
