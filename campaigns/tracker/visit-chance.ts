import { averageAround, blockDays, centred } from './block-bootstrap.ts';
import { type Random, seededRandom } from './random.ts';

/** Ends of 95 of 100 draws, in square roots of a day's mean visits. */
export interface Chance {
  low: number;
  high: number;
}

const draws = 1000;
/** Districts with fewer visits say little of how much chance there is in them. */
const leastVisits = 50;

/**
 * How far the visits of a span of days vary by chance: a block bootstrap as the forecast's, of what
 * each day is off its moving average. Blocks are drawn from all districts, so that none can widen its own interval by
 * making its scans unsteady. Nobody's visits are steadier than Poisson's counts: what is, a machine made.
 */
export function measureChance(series: readonly (readonly number[])[]): Chance {
  const deviations = series.filter((days) => addUp(days) >= leastVisits).map(standardise);
  const days = series[0]?.length ?? 0;
  const poisson = 1.96 * Math.sqrt(days);
  if (deviations.length === 0 || days < blockDays) return { low: -poisson, high: poisson };
  const random = seededRandom(days);
  // A course that the average follows late moves all of them to one side, which is no chance.
  const sums = centred(Array.from({ length: draws }, () => drawSum(deviations, days, random)));
  sums.sort((a, b) => a - b);
  const at = (quantile: number) => sums[Math.floor(quantile * draws)] as number;
  return { low: Math.min(-poisson, at(0.025)), high: Math.max(poisson, at(0.975)) };
}

/** Visits of a district at the ends of their interval. */
export function spreadVisits(visits: number, days: number, { low, high }: Chance) {
  const unit = Math.sqrt(visits / days);
  return { low: Math.max(0, visits + unit * low), high: visits + unit * high };
}

/** Deviations of the days from their moving average, by the square root of it. */
function standardise(days: readonly number[]): number[] {
  return days.map((count, day) => {
    const average = averageAround(days, day);
    return average === 0 ? 0 : (count - average) / Math.sqrt(average);
  });
}

function drawSum(deviations: readonly number[][], days: number, random: Random): number {
  let sum = 0;
  for (let day = 0; day < days; day += blockDays) {
    const from = deviations[Math.floor(random() * deviations.length)] as number[];
    const first = Math.floor(random() * (days - blockDays + 1));
    const length = Math.min(blockDays, days - day);
    for (let at = first; at < first + length; at += 1) sum += from[at] as number;
  }
  return sum;
}

function addUp(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
