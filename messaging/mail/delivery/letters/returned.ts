import {
  type ReturnedThing,
  returnedWords,
} from '../../../../campaigns/words/letters/returned-words.ts';
import type { LetterContent } from '../letter.ts';
import { frame } from './frame.ts';
import type { Voice } from './voice.ts';

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
