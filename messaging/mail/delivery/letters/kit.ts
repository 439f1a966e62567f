import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import { formatCount } from '../../../../campaigns/numbers.ts';
import type { LetterContent } from '../letter.ts';
import { frame } from './frame.ts';
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

const textOf = (text: string | null) => (text === null ? [] : [{ kind: 'text' as const, text }]);

/** The print kit to a district, or to the range or zone above it: its link, its counts, what must be checked. */
export function kitLetter(facts: KitFacts, voice: Voice): LetterContent {
  const { language, app } = voice;
  const { place, draftOf, stations, files, toCheck, pageUrl, consoleUrl } = facts;
  const names = toCheck.slice(0, mostNames).map((name) => name[language]);
  const rest = toCheck.length - names.length;
  const signedBy = facts.signedBy[language];
  if (language === 'hi') {
    return frame({
      voice,
      signedBy,
      subject: `${app}: ${place.hi} की मुद्रण सामग्री, ${formatCount(stations)} थाने`,
      parts: [
        {
          kind: 'text',
          text: `${place.hi} के सभी थानों के लिए ${app} के बोर्ड (8×5 फुट) और पम्पलेट की मुद्रण फ़ाइलें तैयार हैं। प्रत्येक थाने की फ़ाइल में उस थाने का नाम और क्यूआर कोड है।`,
        },
        {
          kind: 'rows',
          rows: [
            ['थाने', formatCount(stations)],
            ['फ़ाइलें', formatCount(files)],
            ['मिलान के लिए नाम', formatCount(toCheck.length)],
          ],
        },
        ...textOf(draftOf && `संलग्न: प्रारूप के रूप में ${draftOf.hi} का बोर्ड, PDF और JPEG में।`),
        { kind: 'button', label: 'मुद्रण सामग्री खोलें', href: pageUrl },
        ...(names.length === 0
          ? [
              {
                kind: 'text' as const,
                text: 'किसी नाम पर सन्देह अंकित नहीं है। फिर भी छपाई से पहले नाम थाने के बोर्ड से मिला लें।',
              },
            ]
          : [
              {
                kind: 'text' as const,
                text: 'छपाई से पहले इन थानों के नाम थाने के बोर्ड से मिलाकर पुष्टि कर दें या सुधार दें:',
              },
              {
                kind: 'list' as const,
                items: names,
                ...(rest > 0 && { more: `और ${formatCount(rest)} नाम; पूरी सूची ऊपर के पृष्ठ पर है।` }),
              },
              { kind: 'button' as const, label: 'नाम देखें और सुधारें', href: consoleUrl },
            ]),
        {
          kind: 'text',
          text: 'कृपया बोर्ड लगते ही उसकी फोटो विभागीय पोर्टल पर दर्ज करायें।',
        },
      ],
    });
  }
  return frame({
    voice,
    signedBy,
    subject: `${app}: print files for ${place.en}, ${formatCount(stations)} stations`,
    parts: [
      {
        kind: 'text',
        text: `The print files of ${app}’s boards (8×5 ft) and pamphlets are ready for every police station of ${place.en}. Each file carries its own station’s name and QR code.`,
      },
      {
        kind: 'rows',
        rows: [
          ['Stations', formatCount(stations)],
          ['Files', formatCount(files)],
          ['Names to check', formatCount(toCheck.length)],
        ],
      },
      ...textOf(draftOf && `Attached: the board of ${draftOf.en} as a draft, in PDF and JPEG.`),
      { kind: 'button', label: 'Open the print files', href: pageUrl },
      ...(names.length === 0
        ? [
            {
              kind: 'text' as const,
              text: 'No name is marked as doubtful. Please compare the names with the stations’ own boards before printing all the same.',
            },
          ]
        : [
            {
              kind: 'text' as const,
              text: 'Before printing, please compare these names with the stations’ own boards, and confirm or correct them:',
            },
            {
              kind: 'list' as const,
              items: names,
              ...(rest > 0 && {
                more: `and ${formatCount(rest)} more; the page above has them all.`,
              }),
            },
            { kind: 'button' as const, label: 'See and correct the names', href: consoleUrl },
          ]),
      {
        kind: 'text',
        text: 'Please enter a photo of each board in the console as soon as it is up.',
      },
    ],
  });
}
