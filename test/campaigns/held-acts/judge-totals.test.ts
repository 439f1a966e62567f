import { expect, test } from 'vitest';
import {
  type Curve,
  judgedDays,
  judgeTotals,
  type PublicTotal,
} from '../../../campaigns/held-acts/judge-totals.ts';
import { addDays, daysBetween } from '../../../campaigns/tracker/clock.ts';
import { seededRandom } from '../../../campaigns/tracker/random.ts';

const what = { hi: 'कुल', en: 'Total' };
const total = (curve: Curve): PublicTotal[] => [{ code: 't', what, curve, goal: 400_000 }];
/** 1,70,000 up to 31.03 and 2,000 a day from then on: 1,90,000 up to 10.04. */
const known: Curve = Array.from({ length: 11 }, (_, at) => [
  addDays('2019-03-31', at),
  170_000 + 2000 * at,
]);
const codes = (
  after: Curve,
  { before = known, settled = before }: { before?: Curve; settled?: Curve } = {},
) =>
  judgeTotals({ settled: total(settled), before: total(before), after: total(after) }).findings.map(
    ({ code }) => code.slice(2),
  );
const rising = (to: number, day = '2019-04-11'): Curve => [...known, [day, to]];
const moved = (by: number): Curve => known.map(([day, value]) => [day, value + by]);

test.each<[string, Curve, string[]]>([
  ['nothing moves', known, []],
  ['the last day moves by three largest days beyond its pace', rising(198_000), []],
  ['by one more', rising(198_001), ['days']],
  ['by five per cent beyond it', rising(201_500), ['days']],
  ['by one more', rising(201_501), ['share', 'days']],
  ['a week at its pace', rising(204_000, '2019-04-17'), []],
  ['and three largest days beyond it', rising(210_001, '2019-04-17'), ['days']],
  ['one below', rising(189_999), ['falls', 'above-later']],
  ['nothing left', [], ['share', 'days', 'falls']],
  ['all days move together', moved(6001), ['days']],
  ['all days move by what one officer may', moved(6000), []],
  // The total of all stays, what each day had does not.
  [
    'a day in the middle',
    known.map(([day, value], at) => [day, at === 4 ? value + 7000 : value]),
    ['days', 'above-later'],
  ],
  ['earlier days than were known', [['2019-03-01', 100_000], ...known], []],
  ['the goal is crossed', rising(400_001), ['share', 'days', 'goal']],
  ['the goal is met', rising(400_000), ['share', 'days']],
])('%s', (_, after, found) => {
  expect(codes(after)).toEqual(found);
});

test('the first figure of all waits, whatever it is', () => {
  expect(codes([['2019-04-10', 1]], { before: [] })).toEqual(['first']);
});

test('one that is back below the goal crosses it, too', () => {
  const above: Curve = [...known, ['2019-04-11', 400_001]];
  expect(codes([...known, ['2019-04-11', 400_000]], { before: above })).toEqual(['falls', 'goal']);
});

test('of one total alone no day is known: it moves by five per cent', () => {
  const before: Curve = [['2019-04-01', 1000]];
  expect(codes([...before, ['2019-04-09', 1050]], { before })).toEqual([]);
  expect(codes([...before, ['2019-04-09', 1051]], { before })).toEqual(['share']);
});

test('a day that is more than eight weeks back does not count as the largest', () => {
  const before: Curve = [
    ['2019-01-01', 100_000],
    ['2019-01-02', 150_000],
    ['2019-03-09', 150_000],
    ['2019-03-10', 150_100],
  ];
  expect(codes([...before, ['2019-03-11', 150_402]], { before })).toEqual(['days']);
});

test('what one officer moved in eight weeks is judged with what comes next', () => {
  const before: Curve = [...known, ['2019-04-11', 197_000]];
  const after: Curve = [...before, ['2019-04-12', 200_500]];
  expect(codes(after, { before })).toEqual([]);
  expect(codes(after, { before, settled: known })).toEqual(['days']);
});

test('a total that another change does not touch is neither shown nor questioned', () => {
  expect(judgeTotals({ settled: total(known), before: total(known), after: total(known) })).toEqual(
    { changes: [], findings: [] },
  );
});

test('words name both figures in both languages', () => {
  const { changes, findings } = judgeTotals({
    settled: total(known),
    before: total(known),
    after: total(rising(2_000_000)),
  });
  expect(changes).toEqual([{ what, before: 190_000, after: 2_000_000 }]);
  expect(findings[0]).toMatchObject({
    hi: 'कुल: आठ सप्ताह की सामान्य गति से 18,08,000 का अंतर, जो 1,90,000 के 5 % से अधिक है',
    en: 'Total: moves by 18,08,000 beyond the pace of eight weeks, more than 5 % of 1,90,000',
  });
});

/** Files of one officer, week by week or day by day, each judged against what two officers had before them or is old. */
function bringFiles(days: number, every: number, count: (total: number, day: number) => number) {
  const curve: [string, number][] = known.map(([day, value]) => [day, value]);
  const files: { day: string; end: number; accepted: boolean }[] = [];
  let [day, value] = curve.at(-1) as [string, number];
  const start = curve.length;
  for (let at = 1; at <= days; at += 1) {
    day = addDays(day, 1);
    value += Math.round(count(value, at));
    curve.push([day, value]);
    if (at % every !== 0) continue;
    const isOld = (own: (typeof files)[number]) => daysBetween(own.day, day) > judgedDays;
    const end = files.findLast((own) => own.accepted || isOld(own))?.end ?? start;
    const before = curve.slice(0, files.at(-1)?.end ?? start);
    const found = codes(curve, { before, settled: curve.slice(0, end) });
    files.push({ day, end: curve.length, accepted: found.length > 0 });
  }
  return {
    waiting: files.filter(({ accepted }) => accepted).length,
    firstAt: files.findIndex(({ accepted }) => accepted),
  };
}

test('of the 52 weekly files of a store few wait: hardly one at a steady pace, some where it doubles or a drive lifts a week', () => {
  const random = seededRandom(7);
  const noisy = (pace: number) => pace * (0.6 + 0.8 * random());
  const steady = bringFiles(364, 7, () => noisy(2000));
  const doubled = bringFiles(364, 7, (_, at) => noisy(2000 * (1 + at / 364)));
  const drive = bringFiles(364, 7, (_, at) => noisy(at > 180 && at <= 187 ? 6000 : 2000));
  const most = [2, 7, 4];
  for (const [at, { waiting }] of [steady, doubled, drive].entries())
    expect(waiting).toBeLessThanOrEqual(most[at] ?? 0);
});

test('five per cent a day, each within the rules for one change, waits on the second day', () => {
  expect(bringFiles(30, 1, (total) => total * 0.04).firstAt).toBeLessThan(2);
  expect(bringFiles(30, 1, () => 4500).firstAt).toBeLessThan(4);
});
