import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../campaigns/tracker/clock.ts';
import { countDownloads } from '../../../campaigns/tracker/downloads.ts';
import type { Downloads } from '../../../campaigns/tracker/progress-file.ts';
import { latestFigures, type Reading } from '../../../campaigns/tracker/readings.ts';

const today = '2019-04-12';

function reading(source: Reading['source'], day: number, value: number, readAt = 1): Reading {
  return {
    source,
    date: addDays('2019-04-01', day - 1),
    value,
    from: `${source}-${readAt}`,
    readAt: `2019-04-12T0${readAt}:00:00Z`,
  };
}

const play = (day: number, value: number, readAt?: number) => reading('play', day, value, readAt);
const ios = (day: number, value: number) => reading('app-store', day, value);
const manual = (day: number, value: number) => reading('manual', day, value);

function counted(readings: Reading[]): Extract<Downloads, { kind: 'counted' }> {
  const downloads = countDownloads(readings, today);
  if (downloads.kind === 'none') throw new Error('Expected counted downloads, got none');
  return downloads;
}

const totals = (readings: Reading[]) => counted(readings).days.map((day) => day.total);

describe('what counts as a download', () => {
  test('nothing is known without a reading', () => {
    expect(countDownloads([], today)).toEqual({ kind: 'none' });
  });

  // 1,50,000 up to the 3rd; then Play 900 + 1,100 and App Store 40 on the 4th and 5th: 1,52,040.
  test('the manual figure, then later days of both stores', () => {
    const later = [play(4, 900), ios(4, 40), play(5, 1_100)];
    const downloads = counted([play(2, 700), play(3, 800), manual(3, 150_000), ...later]);
    expect(downloads).toMatchObject({
      total: 150_000 + 900 + 40 + 1_100,
      asOf: '2019-04-05',
      basis: { kind: 'anchor', date: '2019-04-03', value: 150_000 },
      atLeast: false,
      gaps: [],
    });
    // Before the figure the total is reckoned back: 1,50,000 − 800 at the end of the 2nd.
    expect(downloads.days.map((day) => day.total)).toEqual([149_200, 150_000, 150_940, 152_040]);
    expect(downloads.days.map((day) => day.added)).toEqual([700, 800, 940, 1_100]);
  });

  test('the latest of several manual figures corrects the count', () => {
    const readings = [manual(1, 1_000), play(2, 50), manual(3, 1_200), play(3, 60), play(4, 70)];
    expect(totals(readings)).toEqual([1_000, 1_050, 1_200, 1_270]);
  });

  test('without a manual figure the count is since the first report day, and is a lower bound', () => {
    const downloads = counted([play(2, 700), play(3, 800)]);
    const basis = { kind: 'since', date: '2019-04-02' };
    expect(downloads).toMatchObject({ total: 1_500, basis, atLeast: true });
  });

  test('readings after today do not exist yet', () => {
    const downloads = counted([play(11, 5), play(12, 6), play(13, 7)]);
    expect(downloads).toMatchObject({ total: 11, asOf: '2019-04-12' });
  });

  test('a day that only the App Store has reported yet waits for Play', () => {
    const downloads = counted([manual(1, 100), play(2, 10), ios(2, 1), ios(3, 2)]);
    expect(downloads).toMatchObject({ total: 111, asOf: '2019-04-02' });
    expect(downloads.days.at(-1)).toMatchObject({ appStore: 2, added: null, total: null });
  });

  test('a campaign whose only store is the App Store is counted as well', () => {
    expect(counted([ios(1, 3), ios(2, 4)])).toMatchObject({ total: 7, asOf: '2019-04-02' });
  });

  test('zero is a figure', () => {
    expect(counted([manual(1, 100), play(2, 0)])).toMatchObject({ total: 100, atLeast: false });
  });
});

describe('gaps', () => {
  test('are days without a report between two reports; they add nothing and hide no figure', () => {
    const stores = [play(2, 10), play(5, 40), ios(2, 1), ios(3, 2), ios(5, 3)];
    const downloads = counted([manual(1, 100), ...stores]);
    expect(downloads.gaps).toEqual([
      { source: 'play', first: '2019-04-03', last: '2019-04-04' },
      { source: 'app-store', first: '2019-04-04', last: '2019-04-04' },
    ]);
    expect(downloads.atLeast).toBe(true);
    // 100; +10+1 = 111; Play missing, +2 = 113; nothing known; +40+3 = 156.
    expect(downloads.days.map((day) => day.total)).toEqual([100, 111, 113, null, 156]);
    expect(downloads.days.map((day) => day.added)).toEqual([null, 11, null, null, 43]);
  });

  test('between the manual figure and the first report of Play count as well', () => {
    expect(counted([manual(1, 100), play(4, 10)]).gaps).toEqual([
      { source: 'play', first: '2019-04-02', last: '2019-04-03' },
    ]);
  });

  test('before the manual figure do not make the total a lower bound', () => {
    const before = [play(1, 5), play(3, 5), play(4, 5)];
    expect(counted([...before, manual(4, 100), play(5, 1)])).toMatchObject({
      atLeast: false,
      gaps: [{ source: 'play', first: '2019-04-02', last: '2019-04-02' }],
    });
  });

  test('end the reckoning back', () => {
    const found = totals([play(1, 5), play(3, 5), play(4, 7), manual(4, 100)]);
    expect(found).toEqual([null, null, 93, 100]);
  });
});

describe('revisions', () => {
  test('the report read last holds, whatever the order of the list, and the earlier figure is kept', () => {
    const figures = latestFigures([play(3, 3_104, 2), play(3, 2_900, 1)]);
    expect(figures).toHaveLength(1);
    expect(figures[0]).toMatchObject({ value: 3_104, from: 'play-2' });
    expect(figures[0]?.history).toEqual([play(3, 2_900, 1)]);
  });

  test('the same figure read again is no revision', () => {
    const figures = latestFigures([play(3, 5, 1), play(3, 5, 2), play(3, 6, 3), play(3, 6, 4)]);
    expect(figures[0]).toMatchObject({ value: 6, from: 'play-4' });
    expect(figures[0]?.history.map(({ value }) => value)).toEqual([5]);
  });

  test('are marked on the day', () => {
    const { days } = counted([play(3, 5, 1), play(3, 6, 2), play(4, 1)]);
    expect(days.map((day) => `${day.added} ${day.revised}`)).toEqual(['6 true', '1 false']);
  });

  test.each([
    ['negative', { ...play(1, 1), value: -1 }, 'for `value`, got -1'],
    ['fractional', { ...play(1, 1), value: 1.5 }, 'for `value`, got 1.5'],
    ['no number', { ...play(1, 1), value: Number.NaN }, 'for `value`, got NaN'],
    ['of no day', { ...play(1, 1), date: '1.4.2019' }, 'for `date`, got "1.4.2019"'],
  ])('a figure that is %s is refused', (_, wrong, message) => {
    expect(() => latestFigures([wrong])).toThrow(message);
  });
});

describe('freshness', () => {
  test('is the last day of each source with its file and time', () => {
    expect(counted([manual(1, 100), play(2, 10), play(3, 10, 2)]).freshness).toEqual([
      { source: 'play', lastDay: '2019-04-03', from: 'play-2', readAt: '2019-04-12T02:00:00Z' },
      { source: 'manual', lastDay: '2019-04-01', from: 'manual-1', readAt: '2019-04-12T01:00:00Z' },
    ]);
  });
});

describe('in any campaign', () => {
  const readings = fc.array(
    fc
      .record({
        source: fc.constantFrom('play' as const, 'app-store' as const),
        day: fc.integer({ min: 1, max: 12 }),
        value: fc.nat(5_000),
        readAt: fc.integer({ min: 1, max: 9 }),
      })
      .map(({ source, day, value, readAt }) => reading(source, day, value, readAt)),
    { minLength: 1, maxLength: 40 },
  );

  test('totals never fall and are never negative while no manual figure corrects them', () => {
    fc.assert(
      fc.property(readings, (list) => {
        const known = totals(list).filter((total) => total !== null);
        expect(known.every((total, at) => total >= (known[at - 1] ?? 0))).toBe(true);
      }),
    );
  });

  test('the total is the manual figure plus every later figure that holds up to the last counted day', () => {
    fc.assert(
      fc.property(readings, fc.nat(200_000), (list, value) => {
        const downloads = counted([...list, manual(4, value)]);
        const later = latestFigures(list).filter(
          ({ date }) => date > '2019-04-04' && date <= downloads.asOf,
        );
        expect(downloads.total).toBe(later.reduce((sum, figure) => sum + figure.value, value));
      }),
    );
  });

  test('the order in which readings are listed does not matter when their times differ', () => {
    const timeOf = (n: number) => new Date(Date.UTC(2019, 3, 12, 0, n)).toISOString();
    fc.assert(
      fc.property(readings, (list) => {
        const timed = list.map((entry, n) => ({ ...entry, readAt: timeOf(n) }));
        expect(countDownloads(timed.toReversed(), today)).toEqual(countDownloads(timed, today));
      }),
    );
  });
});
