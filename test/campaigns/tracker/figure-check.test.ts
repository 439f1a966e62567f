import { describe, expect, test } from 'vitest';
import { addDays } from '../../../campaigns/tracker/clock.ts';
import { checkFigure } from '../../../campaigns/tracker/figure-check.ts';
import { publicFigures } from '../../../campaigns/tracker/public-figures.ts';
import type { Reading } from '../../../campaigns/tracker/readings.ts';

const today = '2019-04-20';
const reading = (source: Reading['source'], date: string, value: number): Reading => {
  return { source, date, value, from: source, readAt: '2019-06-01T00:00:00Z' };
};
const manual = (date: string, value: number) => reading('manual', date, value);
/** 1,70,000 up to 31.03 and 2,000 a day from then on: 1,90,000 up to 10.04. */
const known = [
  manual('2019-03-31', 170_000),
  ...Array.from({ length: 10 }, (_, at) => reading('play', addDays('2019-04-01', at), 2000)),
];
const kinds = (readings: Reading[], date: string, downloads: number) =>
  checkFigure(readings, { date, downloads }, today).map(({ kind }) => kind);

describe('a figure that HQ was given', () => {
  const small = [manual('2019-04-01', 150), manual('2019-04-11', 200)];
  const totals = [manual('2019-04-01', 1000), manual('2019-04-11', 2000)];
  test.each<[string, Reading[], string, number, string[]]>([
    ['first of all stands', [], '2019-04-12', 162_345, []],
    ['that begins what stores alone counted stands', known.slice(1), '2019-04-10', 190_000, []],
    ['below what stores alone counted falls', known.slice(1), '2019-04-10', 19_000, ['fall']],
    ['as usual stands', known, '2019-04-12', 194_000, []],
    ['equal to what is known stands', known, '2019-04-10', 190_000, []],
    ['of ten times the usual stands', known, '2019-04-11', 210_000, []],
    ['above ten times the usual is a jump', known, '2019-04-11', 210_001, ['jump']],
    ['days later may have risen by as much a day', known, '2019-04-20', 390_000, []],
    ['that lacks a digit falls', known, '2019-04-12', 19_000, ['fall']],
    ['with a digit too many jumps', known, '2019-04-12', 1_940_000, ['jump']],
    ['one below is a fall', known, '2019-04-10', 189_999, ['fall']],
    ['above a later one makes that one fall', small, '2019-04-06', 201, ['above-later']],
    ['by totals alone is held against their rise', totals, '2019-04-12', 3001, ['jump']],
    ['with one total known may double it', [manual('2019-04-01', 1000)], '2019-04-09', 2000, []],
    ['above the double is a jump', [manual('2019-04-01', 1000)], '2019-04-09', 2001, ['jump']],
  ])('%s', (_, readings, date, downloads, found) => {
    expect(kinds(readings, date, downloads)).toEqual(found);
  });

  test('the finding says against what it was held', () => {
    const given = { date: '2019-04-12', downloads: 19_000 };
    expect(checkFigure(known, given, today)).toEqual([
      { kind: 'fall', ...given, known: 190_000, knownOn: '2019-04-10' },
    ]);
    expect(checkFigure(known, { date: '2019-04-12', downloads: 290_000 }, today)).toMatchObject([
      { kind: 'jump', perDay: 50_000, usualPerDay: 2000 },
    ]);
  });
});

test('what the public page would say: count, pace and chance', () => {
  const goal = { downloads: 200_000, startsOn: '2019-03-27', endsOn: '2019-04-30' };
  const longer = [
    ...known,
    ...Array.from({ length: 8 }, (_, at) => reading('play', addDays('2019-04-11', at), 2000)),
  ];
  const before = publicFigures(goal, longer, '2019-04-19');
  expect(before).toMatchObject({ total: 206_000, asOf: '2019-04-18', perDay: 2000, chance: 1 });
  const slip = publicFigures(goal, [...longer, manual('2019-04-18', 20_600)], '2019-04-19');
  expect(slip).toMatchObject({ total: 20_600, requiredPerDay: 14_951, chance: 0 });
});
