import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import { alertLetterWords } from '../../../../campaigns/words/letters/short-letter-words.ts';
import type { LetterContent } from '../letter.ts';
import { frame } from './frame.ts';
import type { Voice } from './voice.ts';

export interface AlertFacts {
  sentence: Bilingual;
  /** Day and time as they are shown. */
  at: string;
  consoleUrl: string;
}

/** A new alert, to those who can remove its cause. */
export function alertLetter({ sentence, at, consoleUrl }: AlertFacts, voice: Voice): LetterContent {
  const { language, app } = voice;
  const words = alertLetterWords[language];
  return frame({
    voice,
    unsubscribe: true,
    subject: words.subject(app),
    parts: [
      { kind: 'text', text: sentence[language] },
      { kind: 'rows', rows: [[words.since, at]] },
      { kind: 'text', text: words.closing },
      { kind: 'button', label: words.open, href: consoleUrl },
    ],
  });
}
