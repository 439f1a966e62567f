import { formatDay } from '../../../../campaigns/numbers.ts';
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
  const month = formatDay(`${facts.month}-01`, language).replace(/^1 /, '');
  if (language === 'hi') {
    return frame({
      voice,
      unsubscribe: true,
      subject: `${app}: ${month} का समीक्षा नोट`,
      parts: [
        {
          kind: 'text',
          text: `${month} का समीक्षा नोट PDF और DOCX में संलग्न है। आँकड़े वही हैं जो 5 तारीख को दर्ज थे।`,
        },
        { kind: 'button', label: 'पोर्टल खोलें', href: facts.consoleUrl },
      ],
    });
  }
  return frame({
    voice,
    unsubscribe: true,
    subject: `${app}: review note of ${month}`,
    parts: [
      {
        kind: 'text',
        text: `The review note of ${month} is attached as PDF and DOCX. Its figures are those that stood on the 5th.`,
      },
      { kind: 'button', label: 'Open the console', href: facts.consoleUrl },
    ],
  });
}
