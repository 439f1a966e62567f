import type { LetterContent } from '../letter.ts';
import { frame } from './frame.ts';
import type { Voice } from './voice.ts';

export interface ReturnedFacts {
  what: 'blast' | 'press-note' | 'activity' | 'campaign-draft' | 'detour';
  id: number;
  remark: string;
  by: string;
  consoleUrl: string;
}

const nouns = {
  blast: { hi: 'प्रसारण', en: 'blast' },
  'press-note': { hi: 'प्रेस नोट', en: 'press note' },
  activity: { hi: 'प्रविष्टि', en: 'entry' },
  'campaign-draft': { hi: 'सामग्री का प्रारूप', en: 'campaign draft' },
  detour: { hi: 'क्यूआर कोड की दिशा', en: 'destination of codes' },
} as const;

/** With the gender of each noun. */
const sentences = {
  blast: (id: number) => `आपका प्रसारण ${id} इस टिप्पणी के साथ वापस किया गया है:`,
  'press-note': (id: number) => `आपका प्रेस नोट ${id} इस टिप्पणी के साथ वापस किया गया है:`,
  activity: (id: number) => `आपकी प्रविष्टि ${id} इस टिप्पणी के साथ अस्वीकार की गयी है:`,
  'campaign-draft': (id: number) =>
    `आपका भेजा सामग्री का प्रारूप ${id} इस टिप्पणी के साथ वापस किया गया है:`,
  detour: (id: number) =>
    `क्यूआर कोड की दिशा बदलने का आपका अनुरोध ${id} इस टिप्पणी के साथ वापस किया गया है:`,
} as const;

/** What the officer handed in came back with a remark. */
export function returnedLetter(facts: ReturnedFacts, voice: Voice): LetterContent {
  const { language } = voice;
  const { what, id, remark, by, consoleUrl } = facts;
  const noun = nouns[what][language];
  const quote = remark === '' ? [] : [{ kind: 'quote' as const, text: remark }];
  if (language === 'hi') {
    return frame({
      voice,
      unsubscribe: true,
      subject: `टिप्पणी के साथ वापस: ${noun} ${id}`,
      parts: [
        { kind: 'text', text: sentences[what](id) },
        ...quote,
        { kind: 'rows', rows: [['किसके द्वारा', by]] },
        { kind: 'button', label: 'खोलें और सुधारें', href: consoleUrl },
      ],
    });
  }
  return frame({
    voice,
    unsubscribe: true,
    subject: `Returned with a remark: ${noun} ${id}`,
    parts: [
      { kind: 'text', text: `Your ${noun} ${id} came back with this remark:` },
      ...quote,
      { kind: 'rows', rows: [['By', by]] },
      { kind: 'button', label: 'Open and correct', href: consoleUrl },
    ],
  });
}
