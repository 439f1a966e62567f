import { formatDay } from '../../../campaigns/numbers.ts';
import type { Role } from '../../../campaigns/offices/role.ts';
import { toDay, toTime } from '../../../campaigns/tracker/clock.ts';
import type { MailTopic } from '../../../campaigns/words/mail-topics.ts';
import { withSecondPerson } from '../../people/accounts/second-person.ts';
import type { SecondPersonBar } from '../../people/accounts/second-person-schemas.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { type Followed, findDoer } from './follow-sql.ts';
import type { LetterLanguage, NewLetter } from './letter.ts';
import {
  type ApprovalFacts,
  accountNoticeLetter,
  approvalLetter,
  isAccountEvent,
  type ReturnedFacts,
  returnedLetter,
} from './letters/officers.ts';
import { findVoice, type LetterCampaign } from './letters/voice.ts';
import { toOfficer } from './mail.ts';
import { listRecipients, type Recipient } from './recipients-sql.ts';

export interface AuditLetterContext {
  campaign: LetterCampaign;
  publicUrl: string;
}

/** For each way of returning a thing, the actions by which it had been handed in. */
const handedInBy = {
  'blast.reject': ['blast.submit'],
  'press-note.return': ['press-note.submit', 'press-note.check'],
  'activity.reject': ['activity.enter', 'activity.correct', 'activity.complete'],
  'studio.return': ['studio.submit', 'studio.roll-back'],
  'detour.return': ['detour.submit'],
} as const;

/** A round of a series that the service did not begin: back to the officer who drafted it, with the reasons. */
const heldBack = ['blast.round-held', 'blast.round-missed'];

/** Actions after which a thing waits for a second officer. */
const handedIn = [
  'blast.submit',
  'press-note.submit',
  'studio.submit',
  'studio.roll-back',
  'detour.submit',
  'held-act.propose',
];

/** Pages of the console where it is decided on, and where it is corrected. */
const deciding = {
  blast: '/console/blasts/',
  'press-note': '/console/press-notes/',
  'campaign-draft': '/console/studio/?id=:id',
  detour: '/console/studio/#studio-detours',
  'held-act': '/console/held-acts/',
} as const;
const correcting = {
  ...deciding,
  activity: '/console/list/',
  'campaign-draft': '/console/studio/?edit=:id',
} as const;

/** The letters that an entry of the audit log asks for; most ask for none. */
export async function lettersFor(
  tx: Queryable,
  entry: Followed,
  context: AuditLetterContext,
): Promise<NewLetter[]> {
  const { action } = entry;
  if (isAccountEvent(action)) return accountNotices(tx, { ...entry, action }, context);
  if (handedIn.includes(action)) return approvals(tx, entry, context);
  if (Object.hasOwn(handedInBy, action)) {
    const doer = await findDoer(tx, entry, handedInBy[action as keyof typeof handedInBy]);
    return returns(tx, { ...entry, doer }, context);
  }
  if (!heldBack.includes(action)) return [];
  const { drafterId } = entry.after;
  return returns(tx, { ...entry, doer: typeof drafterId === 'string' ? drafterId : null }, context);
}

async function accountNotices(
  tx: Queryable,
  entry: Followed & { action: Parameters<typeof accountNoticeLetter>[0]['event'] },
  { campaign, publicUrl }: AuditLetterContext,
): Promise<NewLetter[]> {
  const owners = await listRecipients(tx, { ids: [readId(entry.subject)] });
  return owners.map((owner) => {
    const voice = findVoice(campaign, owner.language);
    const { language } = voice;
    return {
      key: `audit/${entry.id}/${owner.id}`,
      kind: 'account-notice',
      ...toOfficer(owner, { language }),
      urgent: true,
      content: accountNoticeLetter(
        {
          event: entry.action,
          at: momentText(entry.at, language),
          by: entry.actorId === owner.id ? null : entry.actorName,
          consoleUrl: `${publicUrl}${localPath(language, '/console/account/')}`,
        },
        voice,
      ),
    };
  });
}

async function approvals(
  tx: Queryable,
  entry: Followed,
  { campaign, publicUrl }: AuditLetterContext,
): Promise<NewLetter[]> {
  const id = readId(entry.subject);
  const what = readNoun(entry.subject) as keyof typeof deciding;
  const able =
    what === 'press-note' || what === 'held-act'
      ? await listRecipients(tx, { ids: readersIn(entry) }, 'approvals')
      : await secondOfficers(tx, entry, { administrator: what !== 'blast' });
  return able.map((officer) => {
    const voice = findVoice(campaign, officer.language);
    const { language } = voice;
    const consoleUrl = `${publicUrl}${localPath(language, deciding[what].replace(':id', id))}`;
    const { to } = entry.after;
    const facts: ApprovalFacts =
      entry.action === 'studio.roll-back' && typeof to === 'number'
        ? { what: 'way-back', to, by: entry.actorName, consoleUrl }
        : { what, id: Number(id), by: entry.actorName, consoleUrl };
    return {
      key: `audit/${entry.id}/${officer.id}`,
      kind: 'approval',
      ...toOfficer(officer, { language, topic: 'approvals' }),
      content: approvalLetter(facts, voice),
    };
  });
}

/** Officers whom this bar keeps from deciding on the actor's thing; with null, those who may decide. */
async function barredBy(
  bar: SecondPersonBar | null,
  { tx, actorId, officers }: { tx: Queryable; actorId: string | null; officers: Recipient[] },
): Promise<Recipient[]> {
  const judged = await withSecondPerson(tx, actorId ?? '', officers, ({ id }) => [id]);
  return judged.filter(({ second }) => second.bar === bar);
}

/** Whom a press note or a held act waits for, as it was when it was handed in. */
function readersIn({ after }: Followed): string[] {
  const { readers } = after;
  return Array.isArray(readers) ? readers.filter((id) => typeof id === 'string') : [];
}

/**
 * Officers of HQ who may decide on it; where there is none, and only then, the administrators; where nobody may, those of HQ
 * who could once a third officer knows them, so that somebody hears of it.
 */
async function secondOfficers(
  tx: Queryable,
  { actorId }: Followed,
  { administrator }: { administrator: boolean },
): Promise<Recipient[]> {
  const ofRole = async (
    role: Role,
    topic: MailTopic | null,
    bar: SecondPersonBar | null = null,
  ): Promise<Recipient[]> => {
    const officers = await listRecipients(tx, { roles: [role] }, topic);
    return barredBy(bar, { tx, actorId, officers });
  };
  if ((await ofRole('hq', null)).length > 0) return ofRole('hq', 'approvals');
  const administrators = administrator ? await ofRole('admin', 'approvals') : [];
  return administrators.length > 0 ? administrators : ofRole('hq', 'approvals', 'shared-inviter');
}

async function returns(
  tx: Queryable,
  { doer, ...entry }: Followed & { doer: string | null },
  { campaign, publicUrl }: AuditLetterContext,
): Promise<NewLetter[]> {
  if (doer === null || doer === entry.actorId) return [];
  const id = readId(entry.subject);
  const what = readNoun(entry.subject) as ReturnedFacts['what'];
  const officers = await listRecipients(tx, { ids: [doer] }, 'returned');
  return officers.map((officer) => {
    const voice = findVoice(campaign, officer.language);
    const { language } = voice;
    return {
      key: `audit/${entry.id}/${officer.id}`,
      kind: 'returned',
      ...toOfficer(officer, { language, topic: 'returned' }),
      content: returnedLetter(
        {
          what,
          id: Number(id),
          remark: readRemark(entry, language),
          by: entry.actorName,
          consoleUrl: `${publicUrl}${localPath(language, correcting[what].replace(':id', id))}`,
        },
        voice,
      ),
    };
  });
}

/** An activity has a remark of its maker, too: the one that counts is the reason of who refused it. */
function readRemark({ action, after }: Followed, language: LetterLanguage): string {
  const { remark, reason, reasons } = after;
  if (Array.isArray(reasons)) return reasons.map((each) => each[language]).join('\n');
  const said = action === 'activity.reject' ? (reason ?? remark) : (remark ?? reason);
  return typeof said === 'string' ? said : '';
}

/** `activity/4711` is 4711. */
function readId(subject: string): string {
  return subject.slice(subject.indexOf('/') + 1);
}

/** `activity/4711` is an activity. */
function readNoun(subject: string): string {
  return subject.slice(0, subject.indexOf('/'));
}

export function localPath(language: LetterLanguage, path: string): string {
  return language === 'hi' ? path : `/en${path}`;
}

/** A moment as a letter says it, in Asia/Kolkata. */
export function momentText(at: Date, language: LetterLanguage): string {
  return `${formatDay(toDay(at), language)}, ${toTime(at)}`;
}
