import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import type { LetterContent } from '../letter.ts';
import { frame } from './frame.ts';
import type { Voice } from './voice.ts';

/** What changed in an account and may mean that somebody else has it. */
const events = {
  'person.change-password': {
    hi: 'आपका पासवर्ड बदला गया',
    en: 'Your password was changed',
  },
  'person.set-password': {
    hi: 'लिंक से आपका नया पासवर्ड रखा गया',
    en: 'A new password was set by a link',
  },
  'person.set-up-second-factor': {
    hi: 'दो-चरणीय सत्यापन चालू किया गया',
    en: 'The second factor was set up',
  },
  'person.renew-backup-codes': {
    hi: 'बैकअप कोड नये बनाये गये; पुराने अब नहीं चलेंगे',
    en: 'New backup codes were made; the old ones are void',
  },
  'person.make-password-link': {
    hi: 'आपके खाते के लिए पासवर्ड का लिंक बनाया गया',
    en: 'A password link was made for your account',
  },
  'person.reset-second-factor': {
    hi: 'आपके खाते का दो-चरणीय सत्यापन हटाया गया',
    en: 'The second factor of your account was taken away',
  },
  'person.ask-password-link': {
    hi: 'आपके खाते के लिए पासवर्ड का लिंक माँगा गया',
    en: 'A password link was asked for, for your account',
  },
  'person.ask-second-factor': {
    hi: 'आपके खाते का दो-चरणीय सत्यापन हटाने की माँग हुई',
    en: 'Somebody asked to take the second factor of your account away',
  },
} as const satisfies Record<string, Bilingual>;
export type AccountEvent = keyof typeof events;

/** Actions of the audit log that its owner is told by mail. */
export function isAccountEvent(action: string): action is AccountEvent {
  return Object.hasOwn(events, action);
}

export interface AccountNoticeFacts {
  event: AccountEvent;
  /** Day and time as they are shown. */
  at: string;
  /** Who did it; null for the owner. */
  by: string | null;
  consoleUrl: string;
}

/** Tells an officer of a change of password or second factor, at any hour. */
export function accountNoticeLetter(
  { event, at, by, consoleUrl }: AccountNoticeFacts,
  voice: Voice,
): LetterContent {
  const { language, app } = voice;
  const what = events[event][language];
  if (language === 'hi') {
    return frame({
      voice,
      subject: `${app} विभागीय पोर्टल: ${what}`,
      parts: [
        { kind: 'text', text: `${what}।` },
        {
          kind: 'rows',
          rows: [
            ['समय', at],
            ['किसके द्वारा', by ?? 'आपके खाते से'],
          ],
        },
        {
          kind: 'text',
          text: 'यदि यह आपने नहीं किया या नहीं कराया, तो तुरन्त खाता प्रशासक को बतायें और साइन इन करके सभी उपकरणों से साइन आउट करें।',
        },
        { kind: 'button', label: 'अपना खाता देखें', href: consoleUrl },
      ],
    });
  }
  return frame({
    voice,
    subject: `${app} console: ${what}`,
    parts: [
      { kind: 'text', text: `${what}.` },
      {
        kind: 'rows',
        rows: [
          ['When', at],
          ['By', by ?? 'your own account'],
        ],
      },
      {
        kind: 'text',
        text: 'If you neither did this nor asked for it, tell the account administrator at once, sign in and sign out on all devices.',
      },
      { kind: 'button', label: 'See your account', href: consoleUrl },
    ],
  });
}
