import { accountEvents, accountWords } from '../../../../campaigns/words/letters/account-words.ts';
import type { LetterContent } from '../letter.ts';
import { frame } from './frame.ts';
import type { Voice } from './voice.ts';

export type AccountEvent = keyof typeof accountEvents;

/** Actions of the audit log that are reported to the owner of the account by mail. */
export function isAccountEvent(action: string): action is AccountEvent {
  return Object.hasOwn(accountEvents, action);
}

export interface AccountNoticeFacts {
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
