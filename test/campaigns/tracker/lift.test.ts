import { describe, expect, test } from 'vitest';
import { addDays } from '../../../campaigns/tracker/clock.ts';
import { markEvents } from '../../../campaigns/tracker/curve-events.ts';
import { computeLift, type DailyCounts, liftDays } from '../../../campaigns/tracker/lift.ts';
import { type Random, seededRandom } from '../../../campaigns/tracker/random.ts';

const event = '2019-04-08';
const later = '2019-06-30';
const weekdays = [0.95, 0.95, 0.95, 0.95, 0.95, 1.14, 1.22];

interface Course {
  level: number;
  /** Growth a week, in logarithms */
  trend: number;
  /** Standard deviation of a day's own ups and downs, and their correlation from day to day */
  noise: number;
  correlation: number;
  lift: number;
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function poisson(mean: number, random: Random): number {
  if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const least = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > least; product *= random()) count += 1;
  return count;
}

/** A series as downloads have it: growth, weekends, days that go together, and counting noise. */
function series(course: Course, random: Random): DailyCounts {
  const { level, trend, noise, correlation, lift } = course;
  const counts = new Map<string, number>();
  let state = noise * normal(random);
  for (let at = -liftDays.before; at < liftDays.after; at += 1) {
    state = correlation * state + Math.sqrt(1 - correlation ** 2) * noise * normal(random);
    const usual = level * Math.exp((trend * at) / 7) * (weekdays[(at + 70) % 7] ?? 1);
    const mean = usual * (at >= 0 ? lift : 1) * Math.exp(state - noise ** 2 / 2);
    counts.set(addDays(event, at), poisson(mean, random));
  }
  return counts;
}

describe('the interval of a lift', () => {
  const courses: [string, Course][] = [
    ['a level course', { level: 1500, trend: 0, noise: 0.08, correlation: 0, lift: 1 }],
    ['a rising one', { level: 1500, trend: 0.1, noise: 0.1, correlation: 0, lift: 1.3 }],
    [
      'days that go together',
      { level: 1500, trend: 0.1, noise: 0.12, correlation: 0.3, lift: 1.2 },
    ],
    ['more so', { level: 1500, trend: 0, noise: 0.12, correlation: 0.5, lift: 1 }],
    ['few scans a day', { level: 8, trend: 0, noise: 0.2, correlation: 0.2, lift: 1.5 }],
  ];
  test.each(courses)('holds the true one in 90 of 100 or more: %s', (_, course) => {
    const random = seededRandom(20_190_408);
    const all = 300;
    let held = 0;
    for (let n = 0; n < all; n += 1) {
      const lift = computeLift(series(course, random), event, later);
      if (lift.kind === 'lift' && lift.low <= course.lift && course.lift <= lift.high) held += 1;
    }
    expect(held / all).toBeGreaterThanOrEqual(0.9);
  });

  test('a doubling is told apart, nothing is not', () => {
    const calm = { level: 1500, trend: 0, noise: 0.05, correlation: 0.2 };
    const doubled = computeLift(series({ ...calm, lift: 2 }, seededRandom(1)), event, later);
    const same = computeLift(series({ ...calm, lift: 1 }, seededRandom(1)), event, later);
    expect(doubled).toMatchObject({ kind: 'lift', verdict: 'up' });
    expect(same).toMatchObject({ kind: 'lift', verdict: 'chance' });
  });

  test('growth that was there before is no lift', () => {
    const growing = { level: 1500, trend: 0.25, noise: 0.03, correlation: 0, lift: 1 };
    const lift = computeLift(series(growing, seededRandom(3)), event, later);
    expect(lift).toMatchObject({ verdict: 'chance' });
    expect(lift.kind === 'lift' && lift.ratio).toBeCloseTo(1, 0);
  });

  test('the same counts give the same figures', () => {
    const counts = series(courses[1]?.[1] as Course, seededRandom(7));
    expect(computeLift(counts, event, later)).toEqual(
      computeLift(new Map([...counts].reverse()), event, later),
    );
  });
});

describe('without enough to go by', () => {
  const full = series({ level: 50, trend: 0, noise: 0, correlation: 0, lift: 1 }, seededRandom(5));
  const only = (from: number, to: number) =>
    new Map([...full].filter(([day]) => day >= addDays(event, from) && day < addDays(event, to)));
  test.each([
    ['too-few-before', only(-13, 14)],
    ['too-few-after', only(-28, 6)],
    ['too-few-counts', new Map([...full.keys()].map((day) => [day, 0]))],
  ])('it says so: %s', (reason, counts) => {
    expect(computeLift(counts, event, later)).toEqual({ kind: 'none', reason });
  });

  test('days after the last one that is over do not count', () => {
    expect(computeLift(full, event, addDays(event, 3))).toEqual({
      kind: 'none',
      reason: 'too-few-after',
    });
  });
});

test('events of the same days are named, those of other districts are not; what is to come stays away', () => {
  const mark = (id: string, day: string, district: string | null = null) => {
    return { id, day, kind: 'mela' as const, title: { hi: id, en: id }, district };
  };
  const events = [
    mark('late', '2019-05-20'),
    mark('film', event),
    mark('mela', '2019-04-12', 'agra'),
    mark('fair', '2019-04-13', 'mau'),
  ];
  const none = { downloads: { kind: 'none' as const }, scans: new Map() };
  const marked = markEvents(events, { ...none, today: '2019-05-01' });
  expect(marked.map(({ id, beside, downloads }) => [id, beside, downloads?.kind ?? null])).toEqual([
    ['film', 2, 'none'],
    ['mela', 1, null],
    ['fair', 1, null],
  ]);
});
