import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import { formatDay } from '../../../../campaigns/numbers.ts';
import { accountEvents, accountWords } from '../../../../campaigns/words/letters/account-words.ts';
import {
  type ApprovalCase,
  approvalText,
  decideLabel,
} from '../../../../campaigns/words/letters/approval-words.ts';
import {
  type ReturnedThing,
  returnedWords,
} from '../../../../campaigns/words/letters/returned-words.ts';
import { type LetterContent, linkPlace } from '../letter.ts';
import { frame } from './frame.ts';
import type { Voice } from './voice.ts';

type AccountEvent = keyof typeof accountEvents;

/** Actions of the audit log that are reported to the owner of the account by mail. */
export function isAccountEvent(action: string): action is AccountEvent {
  return Object.hasOwn(accountEvents, action);
}

interface AccountNoticeFacts {
  event: AccountEvent;
  /** Day and time as they are shown. */
  at: string;
  /** Name of who did it; null for the owner. */
  by: string | null;
  consoleUrl: string;
}

/** Tells an officer of a change of password or second factor, at any hour. */
export function accountNoticeLetter(facts: AccountNoticeFacts, voice: Voice): LetterContent {
  const { language, app } = voice;
  const words = accountWords.notice[language];
  const event = accountEvents[facts.event][language];
  return frame({
    voice,
    subject: words.subject(app, event),
    parts: [
      { kind: 'text', text: words.sentence(event) },
      {
        kind: 'rows',
        rows: [
          [words.when, facts.at],
          [words.by, facts.by ?? words.yourself],
        ],
      },
      { kind: 'text', text: words.warning },
      { kind: 'button', label: words.open, href: facts.consoleUrl },
    ],
  });
}

interface InvitationFacts {
  /** Office that the account is for. */
  office: Bilingual;
  /** Last day of the link, YYYY-MM-DD. */
  validUntil: string;
  signedBy: Bilingual;
}

/** Invites an officer to make an account; the one-time link is in the letter only. */
export function invitationLetter(facts: InvitationFacts, voice: Voice): LetterContent {
  const { language, outreach } = voice;
  const words = accountWords.invitation[language];
  return frame({
    voice,
    signedBy: facts.signedBy[language],
    subject: words.subject(outreach),
    parts: [
      { kind: 'text', text: words.opening(outreach) },
      {
        kind: 'rows',
        rows: [
          [words.office, facts.office[language]],
          [words.validity, words.until(formatDay(facts.validUntil, language))],
        ],
      },
      { kind: 'button', label: words.open, href: linkPlace },
      { kind: 'text', text: words.secret },
      { kind: 'text', text: words.strange },
    ],
  });
}

export type ApprovalFacts = ApprovalCase & { consoleUrl: string };

/** Something waits for the officer's approval. */
export function approvalLetter(facts: ApprovalFacts, voice: Voice): LetterContent {
  const { language } = voice;
  const { subject, sentence } = approvalText(facts)[language];
  return frame({
    voice,
    subject,
    unsubscribe: true,
    parts: [
      { kind: 'text', text: sentence },
      { kind: 'button', label: decideLabel[language], href: facts.consoleUrl },
    ],
  });
}

export interface ReturnedFacts {
  what: ReturnedThing;
  id: number;
  remark: string;
  by: string;
  consoleUrl: string;
}

/** Something that the officer handed in came back with a remark. */
export function returnedLetter(facts: ReturnedFacts, voice: Voice): LetterContent {
  const { what, id, remark, by, consoleUrl } = facts;
  const words = returnedWords[voice.language];
  return frame({
    voice,
    unsubscribe: true,
    subject: words.subject(what, id),
    parts: [
      { kind: 'text', text: words.opening(what, id) },
      ...(remark === '' ? [] : [{ kind: 'quote' as const, text: remark }]),
      { kind: 'rows', rows: [[words.by, by]] },
      { kind: 'button', label: words.open, href: consoleUrl },
    ],
  });
}
