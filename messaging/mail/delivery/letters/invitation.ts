import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import { formatDay } from '../../../../campaigns/numbers.ts';
import { accountWords } from '../../../../campaigns/words/letters/account-words.ts';
import { type LetterContent, linkPlace } from '../letter.ts';
import { frame } from './frame.ts';
import type { Voice } from './voice.ts';

export interface InvitationFacts {
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
