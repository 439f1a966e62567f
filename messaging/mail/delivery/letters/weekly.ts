import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import { formatCount, formatDay, formatShare } from '../../../../campaigns/numbers.ts';
import { weeklyWords } from '../../../../campaigns/words/letters/weekly-words.ts';
import type { LetterContent, LetterLanguage } from '../letter.ts';
import { frame, type Part } from './frame.ts';
import type { Voice } from './voice.ts';

export interface WeeklyFacts {
  /** Day of the figures. */
  today: string;
  /** Null where no report or figure is known. */
  downloads: { total: number; asOf: string } | null;
  goal: number;
  daysLeft: number;
  requiredPerDay: number | null;
  perDay: number | null;
  boards: { stations: number; up: number; verified: number };
  scansLast7: number;
  /** Districts behind, the latest first. */
  late: readonly { name: Bilingual; up: number; stations: number }[];
  consoleUrl: string;
}

const mostDistricts = 10;

/** Figures of the week to HQ. */
export function weeklyLetter(facts: WeeklyFacts, voice: Voice): LetterContent {
  const { language, app, outreach } = voice;
  const words = weeklyWords[language];
  const today = formatDay(facts.today, language);
  return frame({
    voice,
    unsubscribe: true,
    subject: words.subject(app, today),
    parts: [
      { kind: 'text', text: words.opening(outreach, today) },
      { kind: 'rows', rows: listFigures(facts, language) },
      ...listLate(facts, language),
      { kind: 'button', label: words.open, href: facts.consoleUrl },
    ],
  });
}

function listFigures(facts: WeeklyFacts, language: LetterLanguage): [string, string][] {
  const { downloads, boards, perDay } = facts;
  const words = weeklyWords[language];
  const count = (value: number | null) => (value === null ? words.unknown : formatCount(value));
  const known =
    downloads && words.upTo(count(downloads.total), formatDay(downloads.asOf, language));
  return [
    [words.downloads, known ?? words.unknown],
    [words.goal, words.daysLeft(count(facts.goal), facts.daysLeft)],
    [words.needed, count(facts.requiredPerDay)],
    [words.now, count(perDay === null ? null : Math.round(perDay))],
    [words.boards, words.ofStations(count(boards.up), count(boards.stations))],
    [words.verified, count(boards.verified)],
    [words.scans, count(facts.scansLast7)],
  ];
}

function listLate({ late }: WeeklyFacts, language: LetterLanguage): Part[] {
  if (late.length === 0) return [];
  const words = weeklyWords[language];
  const rest = late.length - mostDistricts;
  const items = late.slice(0, mostDistricts).map(({ name, up, stations }) => {
    const share = formatShare(stations === 0 ? 0 : up / stations);
    return `${name[language]}: ${formatCount(up)} / ${formatCount(stations)} (${share})`;
  });
  return [
    { kind: 'text', text: words.late },
    { kind: 'list', items, ...(rest > 0 && { more: words.more(formatCount(rest)) }) },
  ];
}
