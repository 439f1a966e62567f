import { addDays, type Day, daysBetween } from './clock.ts';
import { fitQuasiPoisson } from './quasi-poisson.ts';

/** Counts by day; a day without a figure is left out. */
export type DailyCounts = ReadonlyMap<Day, number>;

/**
 * Effect of an event on a daily count: the ratio to the forecast from the days before it, with its 95 % interval. `up`
 * and `down`: the interval leaves out 1; `chance`: it does not.
 */
export type Lift =
  | { kind: 'none'; reason: 'too-few-before' | 'too-few-after' | 'too-few-counts' }
  | {
      kind: 'lift';
      ratio: number;
      low: number;
      high: number;
      verdict: 'up' | 'down' | 'chance';
      before: { first: Day; last: Day; days: number };
      after: { first: Day; last: Day; days: number };
    };

/** Days looked at on both sides, and the least that must have a figure. */
export const liftDays = { before: 28, after: 14, leastBefore: 14, leastAfter: 7 } as const;
/** Fewer counts than this in a window say nothing. */
const leastCounts = 10;

/**
 * Quasi-Poisson regression of the daily counts on a step at the event, the course before it (log-linear) and the day of
 * the week, as interrupted time series are fitted (Bernal, Cummins and Gasparrini, Int. J. Epidemiol. 2017). The variance is that of
 * the residuals, widened by the correlation of neighbouring days; the interval is Student's. The same input gives the same figures.
 */
export function computeLift(counts: DailyCounts, event: Day, lastDay: Day): Lift {
  const first = addDays(event, -liftDays.before);
  const days: { day: Day; at: number; count: number }[] = [];
  for (let at = -liftDays.before; at < liftDays.after; at += 1) {
    const day = addDays(event, at);
    const count = day <= lastDay ? counts.get(day) : undefined;
    if (count !== undefined) days.push({ day, at, count });
  }
  const before = days.filter(({ at }) => at < 0);
  const after = days.filter(({ at }) => at >= 0);
  if (before.length < liftDays.leastBefore) return { kind: 'none', reason: 'too-few-before' };
  if (after.length < liftDays.leastAfter) return { kind: 'none', reason: 'too-few-after' };
  if (sumCounts(before) < leastCounts || sumCounts(after) < leastCounts) {
    return { kind: 'none', reason: 'too-few-counts' };
  }
  const weekdays = [...new Set(days.map(({ day }) => findWeekday(day)))].slice(1);
  const rows = days.map(({ day, at }) => [
    1,
    at >= 0 ? 1 : 0,
    at / 7,
    ...weekdays.map((weekday) => (findWeekday(day) === weekday ? 1 : 0)),
  ]);
  const fit = fitQuasiPoisson(
    rows,
    days.map(({ count }) => count),
  );
  if (fit === null) return { kind: 'none', reason: 'too-few-counts' };
  const step = fit.coefficients[1] as number;
  const variance =
    (fit.inverse[1]?.[1] ?? 0) *
    fit.dispersion *
    correlationFactor(
      fit,
      days.map(({ at }) => at),
    );
  const reach = studentQuantile(fit.freedom) * Math.sqrt(variance);
  const low = Math.exp(step - reach);
  const high = Math.exp(step + reach);
  const span = (part: typeof days) => ({
    first: part[0]?.day ?? first,
    last: part.at(-1)?.day ?? event,
    days: part.length,
  });
  return {
    kind: 'lift',
    ratio: hundredth(Math.exp(step)),
    low: hundredth(low),
    high: hundredth(high),
    verdict: low > 1 ? 'up' : high < 1 ? 'down' : 'chance',
    before: span(before),
    after: span(after),
  };
}

/**
 * Neighbouring days that go together tell less than days that do not: (1 + r) / (1 − r), where r is the correlation of
 * neighbours. The fit takes some of it away, in proportion to its columns; that is put back first.
 */
function correlationFactor(
  { residuals, freedom }: { residuals: readonly number[]; freedom: number },
  at: readonly number[],
): number {
  let cross = 0;
  let square = 0;
  residuals.forEach((value, i) => {
    square += value * value;
    if (i > 0 && (at[i] as number) - (at[i - 1] as number) === 1)
      cross += value * (residuals[i - 1] as number);
  });
  if (square === 0) return 1;
  const all = residuals.length;
  const found = cross / square;
  const corrected = (found * all + (all - freedom) / 2) / (freedom + 1);
  const r = Math.min(0.8, Math.max(0, corrected));
  return (1 + r) / (1 - r);
}

/** 97.5 % quantile of Student's distribution, by the expansion of Cornish and Fisher (A&S 26.7.5). */
function studentQuantile(freedom: number): number {
  const z = 1.959964;
  const z3 = z ** 3;
  const z5 = z ** 5;
  const z7 = z ** 7;
  return (
    z +
    (z3 + z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom ** 3)
  );
}

function findWeekday(day: Day): number {
  return ((daysBetween('2001-01-01', day) % 7) + 7) % 7;
}

function sumCounts(days: readonly { count: number }[]): number {
  return days.reduce((sum, { count }) => sum + count, 0);
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
