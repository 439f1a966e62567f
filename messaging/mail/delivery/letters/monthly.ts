import { formatDay } from '../../../../campaigns/numbers.ts';
import { monthlyWords } from '../../../../campaigns/words/letters/short-letter-words.ts';
import type { LetterContent } from '../letter.ts';
import { frame } from './frame.ts';
import type { Voice } from './voice.ts';

export interface MonthlyFacts {
  /** YYYY-MM */
  month: string;
  consoleUrl: string;
}

/** The review note of a month, which goes along as DOCX and PDF. */
export function monthlyLetter(facts: MonthlyFacts, voice: Voice): LetterContent {
  const { language, app } = voice;
  const words = monthlyWords[language];
  const month = formatDay(`${facts.month}-01`, language).replace(/^1 /, '');
  return frame({
    voice,
    unsubscribe: true,
    subject: words.subject(app, month),
    parts: [
      { kind: 'text', text: words.attached(month) },
      { kind: 'button', label: words.open, href: facts.consoleUrl },
    ],
  });
}
