import { RRuleTemporal } from 'rrule-temporal';
import { expect, test } from 'vitest';
import { periods } from '../../../campaigns/directions/periods.ts';
import { daysOfRhythm } from '../../../campaigns/directions/rhythm-days.ts';
import { rhythmText } from '../../../campaigns/words/direction-words.ts';
import { toRule } from './rrule.ts';

/** The day of a week ends at 7. */
const dates = (period: string) =>
  period === 'week'
    ? [1, 4, 7]
    : ['day', 'fortnight'].includes(period)
      ? [1]
      : [1, 5, 28, 29, 30, 31];
const cases = periods.flatMap((period) =>
  dates(period).flatMap((day) =>
    (['quarter', 'half-year', 'year'].includes(period) ? [1, 2, 12] : [1]).map((month) => ({
      period,
      day,
      month,
    })),
  ),
);

test.each(cases)('%o falls on the days that a calendar library says', (when) => {
  const expanded = new RRuleTemporal({
    rruleString: `DTSTART;VALUE=DATE:20190328\nRRULE:${toRule(when)};UNTIL=20210302`,
  });
  // DTSTART itself is an instance for the library, whether the rule has it or not.
  const theirs = expanded
    .all()
    .map((date) => date.toString().slice(0, 10))
    .filter((day) => day > '2019-03-28');
  expect(daysOfRhythm(when, '2019-03-28', '2021-03-02')).toEqual(theirs);
});

test('the last day of a month is its own, and a 5th stays the 5th on a Sunday', () => {
  const of = (day: number) =>
    daysOfRhythm({ period: 'month', day, month: 1 }, '2019-12-31', '2020-05-31');
  expect(of(31)).toEqual(['2020-01-31', '2020-02-29', '2020-03-31', '2020-04-30', '2020-05-31']);
  expect(of(5).at(3)).toBe('2020-04-05');
  expect(of(5)).toHaveLength(5);
});

test.each([
  [{ period: 'month', day: 31 }, 'प्रत्येक माह के अंतिम दिन तक', 'by the last day of every month'],
  [{ period: 'week', day: 1 }, 'प्रति सप्ताह, सोमवार तक', 'every week by Monday'],
  [
    { period: 'half-year', day: 15 },
    'प्रत्येक वर्ष जनवरी, जुलाई में 15 तक',
    'by 15 of January, July every year',
  ],
  [
    { period: 'month', day: 3, chosenDay: true },
    'प्रत्येक माह की 3 तारीख तक (हमारे द्वारा नियत)',
    'by day 3 of every month (chosen by us)',
  ],
] as const)('%o is said in words', (given, hi, en) => {
  const rhythm = {
    kind: 'every' as const,
    month: 1,
    dated: true,
    chosenDay: false,
    reports: 'own-month' as const,
    openDays: 0,
    ...given,
  } as const;
  expect(rhythmText(rhythm, '2019-03-27')).toEqual({ hi, en });
});
