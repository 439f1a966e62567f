import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import { formatCount, formatDay } from '../../../../campaigns/numbers.ts';
import type { LetterContent } from '../letter.ts';
import { frame } from './frame.ts';
import type { Voice } from './voice.ts';

export interface ReminderFacts {
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
  const { district, stations, up, daysLeft, consoleUrl } = facts;
  const missing = formatCount(stations - up);
  const ends = formatDay(facts.endsOn, language);
  const today = formatDay(facts.today, language);
  const signedBy = facts.signedBy[language];
  if (language === 'hi') {
    return frame({
      voice,
      signedBy,
      unsubscribe: true,
      subject: `स्मरण: जनपद ${district.hi} के ${missing} थानों के बोर्ड शेष`,
      parts: [
        {
          kind: 'text',
          text: `${today} तक जनपद ${district.hi} के ${formatCount(stations)} थानों में से ${formatCount(up)} में ${app} का बोर्ड लगना दर्ज है।`,
        },
        {
          kind: 'rows',
          rows: [
            ['थाने', formatCount(stations)],
            ['बोर्ड दर्ज', formatCount(up)],
            ['शेष', missing],
            ['अन्तिम दिनांक', daysLeft > 0 ? `${ends} (${daysLeft} दिन शेष)` : ends],
          ],
        },
        {
          kind: 'text',
          text: 'कृपया शेष थानों में बोर्ड लगवाकर फोटो दर्ज करायें। जहाँ बोर्ड लग चुका है, वहाँ केवल फोटो दर्ज करना शेष है।',
        },
        { kind: 'button', label: 'शेष थाने देखें', href: consoleUrl },
      ],
    });
  }
  return frame({
    voice,
    signedBy,
    unsubscribe: true,
    subject: `Reminder: boards of ${missing} stations of ${district.en} district are left`,
    parts: [
      {
        kind: 'text',
        text: `Up to ${today}, ${formatCount(up)} of ${formatCount(stations)} stations of ${district.en} district report ${app}’s board.`,
      },
      {
        kind: 'rows',
        rows: [
          ['Stations', formatCount(stations)],
          ['Boards reported', formatCount(up)],
          ['Left', missing],
          [
            'Last day',
            daysLeft > 0 ? `${ends} (${daysLeft} ${daysLeft === 1 ? 'day' : 'days'} left)` : ends,
          ],
        ],
      },
      {
        kind: 'text',
        text: 'Please have the boards put up at the other stations and enter their photos. Where a board is up already, only its photo is left to enter.',
      },
      { kind: 'button', label: 'See the stations that are left', href: consoleUrl },
    ],
  });
}
