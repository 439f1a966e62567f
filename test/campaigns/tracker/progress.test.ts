import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../campaigns/tracker/clock.ts';
import { countDownloads } from '../../../campaigns/tracker/downloads.ts';
import { computeProgress } from '../../../campaigns/tracker/progress.ts';
import type { Goal } from '../../../campaigns/tracker/progress-file.ts';
import type { Reading } from '../../../campaigns/tracker/readings.ts';

const goal: Goal = { downloads: 250_000, startsOn: '2019-03-27', endsOn: '2019-04-30' };

function reading(source: Reading['source'], date: string, value: number): Reading {
  return { source, date, value, from: source, readAt: '2019-06-01T00:00:00Z' };
}

const manual = (date: string, value: number) => reading('manual', date, value);

/** Play's figures on consecutive days; null leaves a day out. */
function plays(first: string, values: (number | null)[]): Reading[] {
  return values.flatMap((value, n) =>
    value === null ? [] : [reading('play', addDays(first, n), value)],
  );
}

function progress(readings: Reading[], today: string) {
  return computeProgress(goal, countDownloads(readings, today), today);
}

describe('the worked example of 12.04.2019', () => {
  // 1,60,000 up to 31.03; 1–10 April: 2,000 a day except 3,000 on the 6th and 7th.
  // 8 × 2,000 + 2 × 3,000 = 22,000, so 1,82,000 up to the 10th.
  const readings = [
    manual('2019-03-31', 160_000),
    ...plays('2019-04-01', [2e3, 2e3, 2e3, 2e3, 2e3, 3e3, 3e3, 2e3, 2e3, 2e3]),
  ];
  const today = progress(readings, '2019-04-12');

  test('total, remaining and share', () => {
    expect(today).toMatchObject({ total: 182_000, remaining: 68_000, share: 0.728 });
  });

  test('18 days are left after today', () => {
    expect(today).toMatchObject({ daysLeft: 18, daysPast: 0 });
  });

  // 2,50,001 − 1,82,000 = 68,001 over the 20 days from the 11th to the 30th: 3,400.05, so 3,401.
  test('required a day, from the first day that is not counted yet', () => {
    expect(today).toMatchObject({ requiredPerDay: 3_401, requiredFrom: '2019-04-11' });
  });

  // 4–10 April: 5 × 2,000 + 2 × 3,000 = 16,000; / 7 = 2,285.7.
  test('rate of the last seven counted days', () => {
    const span = { first: '2019-04-04', last: '2019-04-10' };
    expect(today.rate7).toEqual({ perDay: 16_000 / 7, ...span, reportedDays: 7, basis: 'days' });
  });

  // Of the fourteen days to the 10th, ten have a figure: 22,000 / 10.
  test('rate of fourteen days is the average of those that have a figure', () => {
    expect(today.rate14).toMatchObject({ perDay: 2_200, reportedDays: 10, first: '2019-03-28' });
  });

  test('2,286 a day against 3,401 is behind', () => {
    expect(today.status).toBe('behind');
  });
});

describe('few readings', () => {
  test('none: the goal and the days are still known', () => {
    expect(progress([], '2019-04-12')).toEqual({
      status: 'no-readings',
      total: null,
      remaining: null,
      share: null,
      daysLeft: 18,
      daysPast: 0,
      daysToCount: null,
      requiredPerDay: null,
      requiredFrom: null,
      rate7: null,
      rate14: null,
      metOn: null,
    });
  });

  // 2,50,001 − 1,00,001 = 1,50,000 over the 30 days of April.
  test('one manual figure: what is required is known, a rate is not', () => {
    expect(progress([manual('2019-03-31', 100_001)], '2019-04-01')).toMatchObject({
      status: 'unrated',
      requiredPerDay: 5_000,
      rate7: null,
    });
  });

  test('one day of Play: its figure is the rate, and it says that it is one day', () => {
    const today = progress(plays('2019-04-10', [2_000]), '2019-04-12');
    expect(today).toMatchObject({ total: 2_000, status: 'behind' });
    expect(today.rate7).toMatchObject({ perDay: 2_000, reportedDays: 1 });
  });

  test('three days with a gap: the gap is left out of the rate, not taken for zero', () => {
    const readings = [manual('2019-04-06', 200_000), ...plays('2019-04-07', [2_000, null, 4_000])];
    const today = progress(readings, '2019-04-12');
    expect(today.rate7).toMatchObject({ perDay: 3_000, reportedDays: 2 });
    expect(today.total).toBe(206_000);
  });

  // Only totals by telephone: 14,000 more in the 10 days from the 1st to the 11th.
  test('manual figures alone give the rise between them', () => {
    const readings = [manual('2019-04-01', 150_000), manual('2019-04-11', 164_000)];
    const today = progress(readings, '2019-04-12');
    const span = { first: '2019-04-02', last: '2019-04-11' };
    expect(today.rate7).toEqual({ perDay: 1_400, ...span, reportedDays: 0, basis: 'totals' });
    expect(today.rate14).toBeNull();
  });
});

describe('the status', () => {
  const april = (perDay: number, count: number) =>
    plays('2019-04-01', Array<number>(count).fill(perDay));
  const march = manual('2019-03-31', 100_000);
  const fastWeek = plays('2019-04-09', Array<number>(7).fill(7_000));
  const atTheEnd = manual('2019-04-30', 249_000);
  const later = manual('2019-05-09', 251_000);

  test.each([
    ['before the start', [], '2019-03-26', 'not-begun'],
    ['before the start with readings', plays('2019-03-01', [900]), '2019-03-02', 'not-begun'],
    // 2,50,001 − 1,00,000 = 1,50,001 over 30 days from 31.03; 5,001 a day keeps up.
    ['exactly fast enough', [march, ...april(5_001, 10)], '2019-04-12', 'on-track'],
    ['a little too slow', [march, ...april(4_999, 10)], '2019-04-12', 'behind'],
    // 93,001 over 15 days: 6,201 a day are needed; 7,000 in the last week, 4,000 over both.
    [
      'fast enough for one week of two',
      [march, ...april(1_000, 8), ...fastWeek],
      '2019-04-16',
      'between',
    ],
    ['the goal reached but not exceeded', [manual('2019-04-10', 250_000)], '2019-04-12', 'unrated'],
    ['the goal exceeded by one', [manual('2019-04-10', 250_001)], '2019-04-12', 'met'],
    ['exceeded before the start', [manual('2019-03-01', 300_000)], '2019-03-02', 'met'],
    ['the last day, counted already', [atTheEnd], '2019-04-30', 'behind'],
    ['past and met', [manual('2019-04-29', 251_000)], '2019-05-10', 'met'],
    ['past and exceeded later', [atTheEnd, later], '2019-05-10', 'met-late'],
    ['past and missed', [atTheEnd], '2019-05-10', 'missed'],
    [
      'past, last read before the end',
      [manual('2019-04-25', 240_000)],
      '2019-05-10',
      'ended-unsure',
    ],
    ['past, counted only since a report', april(1_000, 30), '2019-05-10', 'ended-unsure'],
    ['past without readings', [], '2026-11-24', 'no-readings'],
  ] as const)('%s: %s at %s is %s', (_, readings, today, status) => {
    expect(progress([...readings], today).status).toBe(status);
  });

  test('a deadline that is past asks for nothing a day and counts the days since', () => {
    expect(progress([manual('2019-04-25', 240_000)], '2019-05-10')).toMatchObject({
      daysLeft: 0,
      daysPast: 10,
      requiredPerDay: null,
      requiredFrom: null,
    });
  });

  test('the last day is no day past', () => {
    expect(progress([], '2019-04-30')).toMatchObject({ daysLeft: 0, daysPast: 0 });
  });

  test('the day on which the goal was exceeded is named when the day before is known', () => {
    const readings = [manual('2019-04-10', 248_000), ...plays('2019-04-11', [2_000, 1, 5])];
    expect(progress(readings, '2019-04-14')).toMatchObject({ metOn: '2019-04-12', status: 'met' });
    expect(progress([manual('2019-04-10', 260_000)], '2019-04-14').metOn).toBeNull();
    const gap = [manual('2019-04-10', 248_000), ...plays('2019-04-11', [null, 3_000])];
    expect(progress(gap, '2019-04-14')).toMatchObject({ metOn: null, status: 'met' });
  });
});

describe('in any campaign', () => {
  const cases = fc.record({
    start: fc.nat(300_000),
    values: fc.array(fc.option(fc.nat(9_000), { freq: 5 }), { minLength: 1, maxLength: 40 }),
    late: fc.nat(5),
  });

  test('remaining and required are never negative, and required is enough and not one more a day', () => {
    fc.assert(
      fc.property(cases, ({ start, values, late }) => {
        const today = addDays('2019-03-31', values.length + late);
        const now = progress([manual('2019-03-31', start), ...plays('2019-04-01', values)], today);
        if (now.total === null || now.remaining === null) throw new Error('Expected a total');
        expect(now.remaining).toBeGreaterThanOrEqual(0);
        if (now.requiredPerDay === null || now.requiredFrom === null) return;
        let days = 0;
        for (let day = now.requiredFrom; day <= goal.endsOn; day = addDays(day, 1)) days += 1;
        // The page shows these days beside the rate: the one times the other reaches the goal.
        expect(now.daysToCount).toBe(days);
        expect(now.total + now.requiredPerDay * days).toBeGreaterThan(goal.downloads);
        expect(now.total + (now.requiredPerDay - 1) * days).toBeLessThanOrEqual(goal.downloads);
      }),
    );
  });

  test('a rate lies between the least and the most of its days', () => {
    fc.assert(
      fc.property(cases, ({ values }) => {
        const { rate7 } = progress(plays('2019-04-01', values), '2019-05-15');
        if (rate7 === null) return;
        const known = values.filter((value) => value !== null);
        expect(rate7.perDay).toBeGreaterThanOrEqual(Math.min(...known));
        expect(rate7.perDay).toBeLessThanOrEqual(Math.max(...known));
        expect(rate7.reportedDays).toBeLessThanOrEqual(7);
      }),
    );
  });
});
