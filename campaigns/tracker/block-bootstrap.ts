import type { Random } from './random.ts';

/** Blocks of a week keep the rhythm of weekdays and runs of good or bad days together. */
export const blockDays = 7;
/** Days on each side of the moving average that a day is compared with. */
const sideDays = 7;

/**
 * A series that could as well have been seen: the moving average of the figures, and on it the deviations
 * from it, resampled in blocks that begin at any day. Days without a figure stay without one.
 */
export function drawReplica(values: readonly (number | null)[], random: Random): (number | null)[] {
  const averages = values.map((_, day) => averageAround(values, day));
  const deviations = centred(
    values.flatMap((value, day) => (value === null ? [] : [value - (averages[day] ?? 0)])),
  );
  const offset = Math.floor(random() * blockDays);
  let next = Math.floor(random() * deviations.length);
  return values.map((value, day) => {
    if ((day + offset) % blockDays === 0) next = Math.floor(random() * deviations.length);
    const deviation = deviations[next % deviations.length] ?? 0;
    next += 1;
    return value === null ? null : Math.max(0, (averages[day] ?? 0) + deviation);
  });
}

/** The numbers less their mean. */
export function centred(numbers: readonly number[]): number[] {
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  return numbers.map((value) => value - mean);
}

export function averageAround(values: readonly (number | null)[], day: number): number {
  const known = values
    .slice(Math.max(0, day - sideDays), day + sideDays + 1)
    .filter((value) => value !== null);
  return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
}
