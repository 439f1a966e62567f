import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import { formatCount, formatDay, formatShare } from '../../../../campaigns/numbers.ts';
import type { LetterContent } from '../letter.ts';
import { frame } from './frame.ts';
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
  const hi = language === 'hi';
  const { downloads, boards, late } = facts;
  const unknown = hi ? 'ज्ञात नहीं' : 'not known';
  const count = (value: number | null) => (value === null ? unknown : formatCount(value));
  const today = formatDay(facts.today, language);
  const rest = late.length - mostDistricts;
  const rows: [string, string][] = hi
    ? [
        [
          'डाउनलोड',
          downloads === null
            ? unknown
            : `${count(downloads.total)} (${formatDay(downloads.asOf, 'hi')} तक)`,
        ],
        ['लक्ष्य', `${count(facts.goal)}; ${facts.daysLeft} दिन शेष`],
        ['प्रतिदिन आवश्यक', count(facts.requiredPerDay)],
        ['प्रतिदिन वर्तमान (7 दिन)', count(facts.perDay === null ? null : Math.round(facts.perDay))],
        ['बोर्ड दर्ज', `${count(boards.up)} / ${count(boards.stations)}`],
        ['सत्यापित बोर्ड', count(boards.verified)],
        ['स्कैन (इंस्टॉल नहीं), 7 दिन', count(facts.scansLast7)],
      ]
    : [
        [
          'Downloads',
          downloads === null
            ? unknown
            : `${count(downloads.total)} (up to ${formatDay(downloads.asOf, 'en')})`,
        ],
        [
          'Goal',
          `${count(facts.goal)}; ${facts.daysLeft} ${facts.daysLeft === 1 ? 'day' : 'days'} left`,
        ],
        ['Needed a day', count(facts.requiredPerDay)],
        ['Now a day (7 days)', count(facts.perDay === null ? null : Math.round(facts.perDay))],
        ['Boards reported', `${count(boards.up)} of ${count(boards.stations)}`],
        ['Boards verified', count(boards.verified)],
        ['Scans (not installs) in 7 days', count(facts.scansLast7)],
      ];
  return frame({
    voice,
    unsubscribe: true,
    subject: hi ? `${app}: साप्ताहिक आँकड़े, ${today}` : `${app}: weekly figures, ${today}`,
    parts: [
      {
        kind: 'text',
        text: hi ? `${outreach} की ${today} की स्थिति:` : `How the ${outreach} stands on ${today}:`,
      },
      { kind: 'rows', rows },
      ...(late.length === 0
        ? []
        : [
            {
              kind: 'text' as const,
              text: hi ? 'जिन जनपदों में बोर्ड पीछे हैं:' : 'Districts whose boards are behind:',
            },
            {
              kind: 'list' as const,
              items: late
                .slice(0, mostDistricts)
                .map(
                  ({ name, up, stations }) =>
                    `${name[language]}: ${formatCount(up)} / ${formatCount(stations)} (${formatShare(stations === 0 ? 0 : up / stations)})`,
                ),
              ...(rest > 0 && {
                more: hi ? `और ${formatCount(rest)} जनपद` : `and ${formatCount(rest)} more`,
              }),
            },
          ]),
      {
        kind: 'button',
        label: hi ? 'प्रगति देखें' : 'See the progress',
        href: facts.consoleUrl,
      },
    ],
  });
}
