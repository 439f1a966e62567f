import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import { formatCount, formatDay, formatShare } from '../../../../campaigns/numbers.ts';
import { monthlyWords } from '../../../../campaigns/words/letters/short-letter-words.ts';
import { pairs } from '../../../../campaigns/words/pairs.ts';
import type { LetterContent, LetterLanguage } from '../letter.ts';
import { frame, type Part } from './frame.ts';
import type { Voice } from './voice.ts';

interface WeeklyFacts {
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
  /** End of the audit log on the last day in which entries came; null before the first. */
  auditHead: { day: string; head: string } | null;
  /** Districts behind, the latest first. */
  late: readonly { name: Bilingual; up: number; stations: number }[];
  consoleUrl: string;
}

const mostDistricts = 10;
/** The end of the audit log as a QR code, attached. */
export const headPicture = 'audit-head.png';

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
      ...(facts.auditHead === null
        ? []
        : [{ kind: 'picture', name: headPicture, label: words.headCode } as const]),
      { kind: 'button', label: words.open, href: facts.consoleUrl },
    ],
  });
}

function listFigures(facts: WeeklyFacts, language: LetterLanguage): [string, string][] {
  const { downloads, boards, perDay, auditHead } = facts;
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
    ...(auditHead === null
      ? []
      : [
          [words.auditHead(formatDay(auditHead.day, language)), auditHead.head] as [string, string],
        ]),
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

interface MonthlyFacts {
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

interface ReminderFacts {
  district: Bilingual;
  stations: number;
  /** Stations that report a board. */
  up: number;
  /** Days left; 0 on the last day and after it. */
  daysLeft: number;
  /** Last day of the campaign. */
  endsOn: string;
  /** Day of the figures. */
  today: string;
  consoleUrl: string;
  signedBy: Bilingual;
}

/** Reminds a district whose boards are behind the days that are gone. */
export function reminderLetter(facts: ReminderFacts, voice: Voice): LetterContent {
  const { language, app } = voice;
  const { daysLeft } = facts;
  const words = reminderWords[language];
  const district = facts.district[language];
  const stations = formatCount(facts.stations);
  const up = formatCount(facts.up);
  const missing = formatCount(facts.stations - facts.up);
  const ends = formatDay(facts.endsOn, language);
  const today = formatDay(facts.today, language);
  return frame({
    voice,
    signedBy: facts.signedBy[language],
    unsubscribe: true,
    subject: words.subject(district, missing),
    parts: [
      { kind: 'text', text: words.opening({ app, district, today, stations, up }) },
      {
        kind: 'rows',
        rows: [
          [words.stations, stations],
          [words.up, up],
          [words.missing, missing],
          [words.lastDay, daysLeft > 0 ? `${ends} (${words.daysLeft(daysLeft)})` : ends],
        ],
      },
      { kind: 'text', text: words.request },
      { kind: 'button', label: words.open, href: facts.consoleUrl },
    ],
  });
}

/** Figures of the week to HQ. */
const weeklyWords = pairs({
  subject: (app: string, today: string) => [
    `${app}: साप्ताहिक आँकड़े, ${today}`,
    `${app}: weekly figures, ${today}`,
  ],
  opening: (outreach: string, today: string) => [
    `${outreach} की ${today} की स्थिति:`,
    `How the ${outreach} stands on ${today}:`,
  ],
  unknown: ['ज्ञात नहीं', 'not known'],
  downloads: ['डाउनलोड', 'Downloads'],
  upTo: (count: string, day: string) => [`${count} (${day} तक)`, `${count} (up to ${day})`],
  goal: ['लक्ष्य', 'Goal'],
  daysLeft: (count: string, days: number) => [
    `${count}; ${days} दिन शेष`,
    `${count}; ${days} ${days === 1 ? 'day' : 'days'} left`,
  ],
  needed: ['प्रतिदिन आवश्यक', 'Needed a day'],
  now: ['प्रतिदिन वर्तमान (7 दिन)', 'Now a day (7 days)'],
  boards: ['बोर्ड दर्ज', 'Boards reported'],
  ofStations: (up: string, stations: string) => [`${up} / ${stations}`, `${up} of ${stations}`],
  verified: ['सत्यापित बोर्ड', 'Boards verified'],
  scans: ['स्कैन (इंस्टॉल नहीं), 7 दिन', 'Scans (not installs) in 7 days'],
  late: ['जिन जनपदों में बोर्ड पीछे हैं:', 'Districts whose boards are behind:'],
  more: (count: string) => [`और ${count} जनपद`, `and ${count} more`],
  auditHead: (day: string) => [`परिवर्तन-अभिलेख का अंत, ${day}`, `End of the audit log on ${day}`],
  headCode: ['परिवर्तन-अभिलेख का अंत, QR कोड में', 'End of the audit log as a QR code'],
  open: ['प्रगति देखें', 'See the progress'],
});

/** The e-mail that reminds a district of its boards. */
const reminderWords = pairs({
  subject: (district: string, missing: string) => [
    `स्मरण: जनपद ${district} के ${missing} थानों के बोर्ड शेष`,
    `Reminder: boards of ${missing} stations of ${district} district are left`,
  ],
  opening: ({
    app,
    district,
    today,
    stations,
    up,
  }: {
    app: string;
    district: string;
    today: string;
    stations: string;
    up: string;
  }) => [
    `${today} तक जनपद ${district} के ${stations} थानों में से ${up} में ${app} का बोर्ड लगना दर्ज है।`,
    `Up to ${today}, ${up} of ${stations} stations of ${district} district report ${app}’s board.`,
  ],
  stations: ['थाने', 'Stations'],
  up: ['बोर्ड दर्ज', 'Boards reported'],
  missing: ['शेष', 'Left'],
  lastDay: ['अंतिम दिनांक', 'Last day'],
  daysLeft: (days: number) => [`${days} दिन शेष`, `${days} ${days === 1 ? 'day' : 'days'} left`],
  request: [
    'कृपया शेष थानों में बोर्ड लगवाकर फ़ोटो दर्ज कराएँ। जहाँ बोर्ड लग चुका है, वहाँ केवल फ़ोटो दर्ज करना शेष है।',
    'Please have the boards put up at the other stations and enter their photos. Where a board is up already, only its photo is left to enter.',
  ],
  open: ['शेष थाने देखें', 'See the stations that are left'],
});
