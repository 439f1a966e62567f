import type { Bilingual } from '../../../../campaigns/bilingual.ts';
import { formatCount, formatDay } from '../../../../campaigns/numbers.ts';
import { reminderWords } from '../../../../campaigns/words/letters/reminder-words.ts';
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
