import { formatDay } from '../../campaigns/numbers.ts';
import { dayOf, timeOf } from '../../campaigns/tracker/clock.ts';
import type { Queryable } from '../database/transaction.ts';
import type { Followed } from './follow-sql.ts';
import { findDoer } from './follow-sql.ts';
import type { LetterLanguage, NewLetter } from './letter.ts';
import { accountNoticeLetter, isAccountEvent } from './letters/account-notice.ts';
import { type ApprovalFacts, approvalLetter } from './letters/approval.ts';
import { type ReturnedFacts, returnedLetter } from './letters/returned.ts';
import { toOfficer } from './mail.ts';
import { listRecipients } from './recipients-sql.ts';

export interface AuditLetterContext {
  publicUrl: string;
  /** Id of the zone that a district lies in. */
  zoneOf(district: string): string | undefined;
}

/** Who handed in what came back, by the actions of the log. */
const handedInBy = {
  'blast.reject': ['blast.submit'],
  'press-note.return': ['press-note.check'],
  'activity.reject': ['activity.enter', 'activity.correct', 'activity.complete'],
} as const;

/** The letters that an entry of the audit log asks for; most ask for none. */
export async function lettersFor(
  tx: Queryable,
  entry: Followed,
  context: AuditLetterContext,
): Promise<NewLetter[]> {
  const { action } = entry;
  if (isAccountEvent(action)) return accountNotices(tx, { ...entry, action }, context);
  if (action === 'blast.submit') return approvals(tx, entry, context);
  if (action === 'press-note.check' && entry.after['status'] === 'waiting') {
    return approvals(tx, entry, context);
  }
  if (Object.hasOwn(handedInBy, action)) return returns(tx, entry, context);
  return [];
}

async function accountNotices(
  tx: Queryable,
  entry: Followed & { action: Parameters<typeof accountNoticeLetter>[0]['event'] },
  { publicUrl }: AuditLetterContext,
): Promise<NewLetter[]> {
  const owners = await listRecipients(tx, { ids: [idOf(entry.subject)] });
  return owners.map((owner) => ({
    key: `audit/${entry.id}/${owner.id}`,
    kind: 'account-notice',
    ...toOfficer(owner),
    urgent: true,
    content: accountNoticeLetter(
      {
        event: entry.action,
        at: momentText(entry.at, owner.language),
        by: entry.actorId === owner.id ? null : entry.actorName,
        consoleUrl: `${publicUrl}${localPath(owner.language, '/console/account/')}`,
      },
      owner.language,
    ),
  }));
}

async function approvals(
  tx: Queryable,
  entry: Followed,
  { publicUrl, zoneOf }: AuditLetterContext,
): Promise<NewLetter[]> {
  const isBlast = entry.action === 'blast.submit';
  const zone = entry.district === null ? undefined : zoneOf(entry.district);
  const roles = isBlast ? (['hq'] as const) : (['zone'] as const);
  const found = await listRecipients(tx, { roles }, 'approvals');
  const able = found.filter(({ id, area }) => id !== entry.actorId && (isBlast || area === zone));
  return able.map((officer) => {
    const { language } = officer;
    const place = localPath(language, isBlast ? '/console/blasts/' : '/console/press-notes/');
    const facts: ApprovalFacts = {
      what: isBlast ? 'blast' : 'press-note',
      id: Number(idOf(entry.subject)),
      by: entry.actorName,
      consoleUrl: `${publicUrl}${place}`,
    };
    return {
      key: `audit/${entry.id}/${officer.id}`,
      kind: 'approval',
      ...toOfficer(officer, 'approvals'),
      content: approvalLetter(facts, language),
    };
  });
}

async function returns(
  tx: Queryable,
  entry: Followed,
  { publicUrl }: AuditLetterContext,
): Promise<NewLetter[]> {
  const doer = await findDoer(tx, entry, handedInBy[entry.action as keyof typeof handedInBy]);
  if (doer === null || doer === entry.actorId) return [];
  const what = entry.action.split('.')[0] as ReturnedFacts['what'];
  const views = { blast: 'blasts', 'press-note': 'press-notes', activity: 'list' } as const;
  const remark = entry.after['remark'] ?? entry.after['reason'];
  const officers = await listRecipients(tx, { ids: [doer] }, 'returned');
  return officers.map((officer) => ({
    key: `audit/${entry.id}/${officer.id}`,
    kind: 'returned',
    ...toOfficer(officer, 'returned'),
    content: returnedLetter(
      {
        what,
        id: Number(idOf(entry.subject)),
        remark: reasonOf(entry, typeof remark === 'string' ? remark : ''),
        by: entry.actorName,
        consoleUrl: `${publicUrl}${localPath(officer.language, `/console/${views[what]}/`)}`,
      },
      officer.language,
    ),
  }));
}

/** An activity has a remark of its maker, too: the one that counts is the reason of who refused it. */
function reasonOf({ action, after }: Followed, remark: string): string {
  const { reason } = after;
  return action === 'activity.reject' && typeof reason === 'string' ? reason : remark;
}

/** `activity/4711` is 4711. */
function idOf(subject: string): string {
  return subject.slice(subject.indexOf('/') + 1);
}

export function localPath(language: LetterLanguage, path: string): string {
  return language === 'hi' ? path : `/en${path}`;
}

/** A moment as a letter says it, in Asia/Kolkata. */
export function momentText(at: Date, language: LetterLanguage): string {
  return `${formatDay(dayOf(at), language)}, ${timeOf(at)}`;
}
