import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import { formatCount } from '../../../../campaigns/numbers.ts';
import { kitWords } from '../../../../campaigns/words/letters/kit-words.ts';
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
