import { blockDays, centred, drawReplica } from './block-bootstrap.ts';
import { addDays, daysBetween } from './clock.ts';
import { advance, fitHolt, type HoltFit, nextLevel, startDays } from './holt.ts';
import type { Downloads, Forecast, Goal } from './progress-file.ts';
import { type Random, seededRandom } from './random.ts';

/** Older days say little about a campaign under way. */
const fittedDays = 90;
const longestDays = 400;
/** Resampled and refitted series, because the fit itself is uncertain; each gives many courses. */
const replicas = 50;
/**
 * A course moves with its errors by at least this part. A fit to a quiet stretch would have them leave no
 * trace, and a campaign is not quiet: of made-up campaigns that drift, the band then held half the ends.
 */
const leastAlpha = 0.1;

/**
 * Total downloads up to the goal's last day: damped Holt on the daily figures, fitted to series and
 * continued by courses that a block bootstrap draws. A plain Poisson band would be far too narrow. The same
 * readings and seed give the same forecast.
 */
export function forecastDownloads(
  goal: Goal,
  downloads: Downloads,
  { draws = 2_000, seed = 1 }: { draws?: number; seed?: number } = {},
): Forecast {
  if (downloads.kind === 'none') return { kind: 'none', reason: 'no-readings' };
  const { asOf, total } = downloads;
  const horizon = Math.min(longestDays, daysBetween(asOf, goal.endsOn));
  if (horizon < 1) return { kind: 'none', reason: 'ended' };
  const added = downloads.days
    .filter((day) => day.date <= asOf && day.date > addDays(asOf, -fittedDays))
    .map((day) => day.added);
  const values = added.slice(added.findIndex((value) => value !== null));
  if (values.filter((value) => value !== null).length < startDays) {
    return { kind: 'none', reason: 'too-few' };
  }
  const random = seededRandom(seed);
  const fits = Array.from({ length: replicas }, () => fitReplica(values, random));
  const courses = Array.from({ length: draws }, (_, draw) =>
    drawCourse(fits[draw % replicas] ?? fitHolt(values), { total, horizon, random }),
  );
  const ends = courses.map((course) => course.at(-1) ?? total);
  return {
    kind: 'forecast',
    band: Array.from({ length: horizon }, (_, ahead) => ({
      date: addDays(asOf, ahead + 1),
      ...quantiles(courses.map((course) => course[ahead] ?? total)),
    })),
    probability: ends.filter((end) => end > goal.downloads).length / draws,
    phi: fitHolt(values).phi,
    draws,
  };
}

function fitReplica(values: readonly (number | null)[], random: Random): HoltFit {
  const fit = fitHolt(drawReplica(values, random));
  return { ...fit, alpha: Math.max(leastAlpha, fit.alpha), errors: centred(fit.errors) };
}

/** One possible course of totals: no day takes downloads away. */
function drawCourse(
  fit: HoltFit,
  { total, horizon, random }: { total: number; horizon: number; random: Random },
): number[] {
  const { errors } = fit;
  const course: number[] = [];
  let state = fit.state;
  let running = total;
  let from = 0;
  for (let ahead = 0; ahead < horizon; ahead += 1) {
    if (ahead % blockDays === 0) from = Math.floor(random() * errors.length);
    const drawn = errors[(from + (ahead % blockDays)) % errors.length] ?? 0;
    const expected = nextLevel(state, fit.phi);
    const value = Math.max(0, expected + drawn);
    running += Math.round(value);
    state = advance(state, value - expected, fit);
    course.push(running);
  }
  return course;
}

function quantiles(values: readonly number[]): { p10: number; p50: number; p90: number } {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}
