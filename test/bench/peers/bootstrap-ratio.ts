import { seededRandom } from '../../../campaigns/tracker/random.ts';

/** Ratio of two means with its 95 % interval by a percentile bootstrap, the usual way without a model. */
export function bootstrapRatio(
  before: readonly number[],
  after: readonly number[],
  draws = 1_000,
): { ratio: number; low: number; high: number } {
  const random = seededRandom(20_190_412);
  const drawnMean = (values: readonly number[]) => {
    let sum = 0;
    for (let at = 0; at < values.length; at += 1) {
      sum += values[Math.floor(random() * values.length)] as number;
    }
    return sum / values.length;
  };
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const ratios = new Float64Array(draws);
  for (let at = 0; at < draws; at += 1) ratios[at] = drawnMean(after) / drawnMean(before);
  ratios.sort();
  return {
    ratio: mean(after) / mean(before),
    low: ratios[Math.floor(0.025 * draws)] as number,
    high: ratios[Math.floor(0.975 * draws)] as number,
  };
}
