import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawReplica } from '../../../campaigns/tracker/block-bootstrap.ts';
import { addDays } from '../../../campaigns/tracker/clock.ts';
import { countDownloads } from '../../../campaigns/tracker/downloads.ts';
import { forecastDownloads } from '../../../campaigns/tracker/forecast.ts';
import { advance, fitHolt, nextLevel } from '../../../campaigns/tracker/holt.ts';
import type { Forecast } from '../../../campaigns/tracker/progress-file.ts';
import { seededRandom } from '../../../campaigns/tracker/random.ts';
import type { Reading } from '../../../campaigns/tracker/readings.ts';

const goal = { downloads: 250_000, startsOn: '2019-03-27', endsOn: '2019-04-30' };
const start = 100_000;

/** A manual total on 28.02.2019 and Play's figures from 1 March; null leaves a day out. */
function readingsOf(values: readonly (number | null)[]): Reading[] {
  const readAt = '2019-06-01T00:00:00Z';
  const anchor = {
    source: 'manual',
    date: '2019-02-28',
    value: start,
    from: 'HQ',
    readAt,
  } as const;
  const figures = values.flatMap((value, n): Reading[] => {
    const date = addDays('2019-03-01', n);
    return value === null ? [] : [{ source: 'play', date, value, from: 'play', readAt }];
  });
  return [anchor, ...figures];
}

function forecast(values: readonly (number | null)[], target = goal.downloads, seed = 1): Forecast {
  const downloads = countDownloads(readingsOf(values), '2019-06-01');
  return forecastDownloads({ ...goal, downloads: target }, downloads, { draws: 400, seed });
}

function made(result: Forecast): Extract<Forecast, { kind: 'forecast' }> {
  if (result.kind === 'none') throw new Error(`Expected a forecast, got ${result.reason}`);
  return result;
}

const repeat = (value: number, count: number) => Array.from({ length: count }, () => value);

describe('damped Holt', () => {
  // α 0.5, β 0.2, φ 0.9 from level 100, trend 10; the day brings 120.
  // Expected 100 + 0.9×10 = 109; error 11; level 109 + 0.5×11 = 114.5; trend 0.9×10 + 0.5×0.2×11 = 10.1.
  test('one step agrees with a sum done by hand', () => {
    const state = { level: 100, trend: 10 };
    expect(nextLevel(state, 0.9)).toBe(109);
    const after = advance(state, 120 - 109, { alpha: 0.5, beta: 0.2, phi: 0.9 });
    expect(after.level).toBeCloseTo(114.5);
    expect(after.trend).toBeCloseTo(10.1);
  });

  test('a constant series is followed exactly, without error', () => {
    const fit = fitHolt(repeat(1_000, 30));
    expect(new Set(fit.errors)).toEqual(new Set([0]));
    expect(nextLevel(fit.state, fit.phi)).toBe(1_000);
  });

  test('a day without a figure has no error and does not pull the level to zero', () => {
    const fit = fitHolt([...repeat(1_000, 20), null, null, ...repeat(1_000, 8)]);
    expect(fit.errors).toHaveLength(28);
    expect(nextLevel(fit.state, fit.phi)).toBeCloseTo(1_000);
  });

  test('φ lies between 0.80 and 0.98', () => {
    const random = seededRandom(7);
    for (let n = 0; n < 20; n += 1) {
      const { phi } = fitHolt(Array.from({ length: 40 }, () => random() * 1_000));
      expect(phi).toBeGreaterThanOrEqual(0.8);
      expect(phi).toBeLessThanOrEqual(0.98);
    }
  });

  test('a rising series is expected to rise on', () => {
    const fit = fitHolt(Array.from({ length: 40 }, (_, n) => 1_000 + 50 * n));
    expect(nextLevel(fit.state, fit.phi)).toBeGreaterThan(1_000 + 50 * 39);
  });
});

describe('a forecast', () => {
  // 1,00,000 + 42 days (1 March to 11 April) × 2,000 = 1,84,000; 19 days × 2,000 more = 2,22,000.
  test('of a constant series is one line, sure of its end', () => {
    const { band, probability } = made(forecast(repeat(2_000, 42)));
    expect(band).toHaveLength(19);
    expect(band[0]).toEqual({ date: '2019-04-12', p10: 186_000, p50: 186_000, p90: 186_000 });
    expect(band.at(-1)).toEqual({ date: '2019-04-30', p10: 222_000, p50: 222_000, p90: 222_000 });
    expect(probability).toBe(0);
  });

  test('the goal must be exceeded, not only reached', () => {
    expect(made(forecast(repeat(2_000, 42), 222_000)).probability).toBe(0);
    expect(made(forecast(repeat(2_000, 42), 221_999)).probability).toBe(1);
  });

  test('a goal already met is certain', () => {
    expect(made(forecast(repeat(2_000, 42), 150_000)).probability).toBe(1);
  });

  test('the same readings and seed give the same figures, another seed others', () => {
    const random = seededRandom(3);
    const values = Array.from({ length: 42 }, () => Math.round(1_500 + 1_000 * random()));
    expect(forecast(values)).toEqual(forecast(values));
    expect(forecast(values, goal.downloads, 2)).not.toEqual(forecast(values));
  });

  test.each([
    ['no reading', [], 'too-few'],
    ['one day', [2_000], 'too-few'],
    ['three days', [2_000, null, 2_100, 1_900], 'too-few'],
    ['thirteen days', repeat(2_000, 13), 'too-few'],
    ['days up to the last', repeat(2_000, 61), 'ended'],
  ])('is not made from %s', (_, values, reason) => {
    expect(forecast(values)).toEqual({ kind: 'none', reason });
  });

  test('is not made without any reading', () => {
    const none = forecastDownloads(goal, { kind: 'none' });
    expect(none).toEqual({ kind: 'none', reason: 'no-readings' });
  });

  test('is made from fourteen days and more', () => {
    expect(forecast(repeat(2_000, 14)).kind).toBe('forecast');
  });

  test('a gap neither stops it nor drags it down', () => {
    const { band } = made(forecast([...repeat(2_000, 30), null, null, null, ...repeat(2_000, 9)]));
    // 39 reported days are counted, 19 are to come: 1,00,000 + 58 × 2,000.
    expect(band.at(-1)?.p50).toBe(216_000);
  });
});

describe('any forecast', () => {
  const series = fc.array(fc.option(fc.nat(8_000), { freq: 8 }), { minLength: 20, maxLength: 55 });

  test('has its median in the band, never falls and begins at no less than the total', () => {
    fc.assert(
      fc.property(series, fc.nat(), (values, seed) => {
        const result = forecast(values, goal.downloads, seed);
        if (result.kind === 'none') return;
        const known = values.reduce<number>((sum, value) => sum + (value ?? 0), start);
        let before = { p10: known, p50: known, p90: known };
        for (const day of result.band) {
          expect(day.p10).toBeLessThanOrEqual(day.p50);
          expect(day.p50).toBeLessThanOrEqual(day.p90);
          for (const key of ['p10', 'p50', 'p90'] as const) {
            expect(day[key]).toBeGreaterThanOrEqual(before[key]);
          }
          before = day;
        }
        expect(result.probability).toBeGreaterThanOrEqual(0);
        expect(result.probability).toBeLessThanOrEqual(1);
      }),
      { numRuns: 20 },
    );
  });

  test('is the less probable, the higher the goal', () => {
    const random = seededRandom(11);
    const values = Array.from({ length: 42 }, () => Math.round(1_000 + 3_000 * random()));
    const chances = [200_000, 220_000, 230_000, 240_000, 260_000].map(
      (target) => made(forecast(values, target)).probability,
    );
    expect(chances).toEqual(chances.toSorted((left, right) => right - left));
    expect(chances[0]).toBeGreaterThan(chances.at(-1) ?? 1);
  });

  // Of 50 made-up campaigns with a weekend rhythm, a drift and noise, an 80 % band should hold about 40 ends.
  test('the band from 10 to 90 holds the true end about as often as it says', () => {
    let held = 0;
    for (let campaign = 0; campaign < 50; campaign += 1) {
      const random = seededRandom(1_000 + campaign);
      const drift = 60 * (random() - 0.5);
      const course = Array.from({ length: 61 }, (_, n) => {
        const weekend = n % 7 < 2 ? 1.2 : 1;
        const noise = 1 + 0.3 * (random() + random() - 1);
        return Math.max(0, Math.round((2_500 + drift * n) * weekend * noise));
      });
      const { band } = made(forecast(course.slice(0, 42)));
      const end = course.reduce((sum, value) => sum + value, start);
      const last = band.at(-1);
      if (last !== undefined && last.p10 <= end && end <= last.p90) held += 1;
    }
    expect(held).toBeGreaterThanOrEqual(35);
    expect(held).toBeLessThanOrEqual(48);
  });
});

describe('a drawn series', () => {
  const values = Array.from({ length: 42 }, (_, n) => (n % 9 === 4 ? null : 1_000 + 100 * (n % 7)));
  const drawn = drawReplica(values, seededRandom(4));

  test('is as long, has no figure where there was none, and is never negative', () => {
    expect(drawn.map((value) => value === null)).toEqual(values.map((value) => value === null));
    expect(drawn.every((value) => value === null || value >= 0)).toBe(true);
  });

  test('is another one, about as high', () => {
    const mean = (series: (number | null)[]) => {
      const known = series.filter((value) => value !== null);
      return known.reduce((sum, value) => sum + value, 0) / known.length;
    };
    expect(drawn).not.toEqual(values);
    expect(Math.abs(mean(drawn) - mean(values))).toBeLessThan(100);
  });

  test('of a constant series is that series', () => {
    expect(drawReplica(repeat(500, 20), seededRandom(4))).toEqual(repeat(500, 20));
  });
});

describe('the generator of random numbers', () => {
  test('repeats itself for a seed and stays from 0 up to 1', () => {
    const first = seededRandom(5);
    const second = seededRandom(5);
    const drawn = Array.from({ length: 10_000 }, () => first());
    expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(drawn.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => second()));
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    expect(mean).toBeCloseTo(0.5, 1);
  });
});
