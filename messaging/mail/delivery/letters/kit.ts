import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import { formatCount } from '../../../../campaigns/numbers.ts';
import { pairs } from '../../../../campaigns/words/pairs.ts';
import type { LetterContent, LetterLanguage } from '../letter.ts';
import { frame, type Part } from './frame.ts';
import type { Voice } from './voice.ts';

export interface KitFacts {
  /** A district, range or zone with the word for it: जनपद आगरा, Agra Zone. */
  place: Bilingual;
  /** Station whose board is attached as a draft; null while none is made. */
  draftOf: Bilingual | null;
  stations: number;
  /** Files of the district that the kit has, or will have. */
  files: number;
  /** Names to be looked at before printing, as they are written. */
  toCheck: readonly Bilingual[];
  /** The district's page of the kit, and where its names are corrected. */
  pageUrl: string;
  consoleUrl: string;
  /** Office that sends it. */
  signedBy: Bilingual;
}

/** A longer list is read on the page. */
const mostNames = 12;

/** The print kit to a district, or to the range or zone above it: its link, its counts, what must be checked. */
export function kitLetter(facts: KitFacts, voice: Voice): LetterContent {
  const { language, app } = voice;
  const { draftOf, toCheck, pageUrl } = facts;
  const words = kitWords[language];
  const place = facts.place[language];
  const stations = formatCount(facts.stations);
  return frame({
    voice,
    signedBy: facts.signedBy[language],
    subject: words.subject(app, place, stations),
    parts: [
      { kind: 'text', text: words.opening(app, place) },
      {
        kind: 'rows',
        rows: [
          [words.stations, stations],
          [words.files, formatCount(facts.files)],
          [words.toCheck, formatCount(toCheck.length)],
        ],
      },
      ...(draftOf === null
        ? []
        : [{ kind: 'text' as const, text: words.attached(draftOf[language]) }]),
      { kind: 'button', label: words.open, href: pageUrl },
      ...listNames(facts, language),
      { kind: 'text', text: words.photo },
    ],
  });
}

function listNames({ toCheck, consoleUrl }: KitFacts, language: LetterLanguage): Part[] {
  const words = kitWords[language];
  if (toCheck.length === 0) return [{ kind: 'text', text: words.noDoubt }];
  const rest = toCheck.length - mostNames;
  return [
    { kind: 'text', text: words.check },
    {
      kind: 'list',
      items: toCheck.slice(0, mostNames).map((name) => name[language]),
      ...(rest > 0 && { more: words.more(formatCount(rest)) }),
    },
    { kind: 'button', label: words.correct, href: consoleUrl },
  ];
}

/** The letter with which a district gets its print kit. */
const kitWords = pairs({
  subject: (app: string, place: string, stations: string) => [
    `${app}: ${place} की मुद्रण सामग्री, ${stations} थाने`,
    `${app}: print files for ${place}, ${stations} stations`,
  ],
  opening: (app: string, place: string) => [
    `${place} के सभी थानों के लिए ${app} के बोर्ड (8×5 फ़ुट) और पम्पलेट की मुद्रण फ़ाइलें तैयार हैं। प्रत्येक थाने की फ़ाइल में उस थाने का नाम और क्यूआर कोड है।`,
    `The print files of ${app}’s boards (8×5 ft) and pamphlets are ready for every police station of ${place}. Each file carries its own station’s name and QR code.`,
  ],
  stations: ['थाने', 'Stations'],
  files: ['फ़ाइलें', 'Files'],
  toCheck: ['मिलान के लिए नाम', 'Names to check'],
  attached: (station: string) => [
    `संलग्न: प्रारूप के रूप में ${station} का बोर्ड, PDF और JPEG में।`,
    `Attached: the board of ${station} as a draft, in PDF and JPEG.`,
  ],
  open: ['मुद्रण सामग्री खोलें', 'Open the print files'],
  noDoubt: [
    'किसी नाम पर संदेह अंकित नहीं है। फिर भी छपाई से पहले नाम थाने के बोर्ड से मिला लें।',
    'No name is marked as doubtful. Please compare the names with the stations’ own boards before printing all the same.',
  ],
  check: [
    'छपाई से पहले इन थानों के नाम थाने के बोर्ड से मिलाएँ, फिर पुष्टि करें या सुधारें:',
    'Before printing, please compare these names with the stations’ own boards, and confirm or correct them:',
  ],
  more: (count: string) => [
    `और ${count} नाम; पूरी सूची ऊपर के पृष्ठ पर है।`,
    `and ${count} more; the page above has them all.`,
  ],
  correct: ['नाम देखें और सुधारें', 'See and correct the names'],
  photo: [
    'कृपया बोर्ड लगते ही उसकी फ़ोटो विभागीय पोर्टल पर दर्ज कराएँ।',
    'Please enter a photo of each board in the console as soon as it is up.',
  ],
});
