/** Round figures that a legend may end its shades at. */
const rounds = [1, 2, 5] as const;

/** Upper ends of the four lower shades: round figures, so that the districts share out among the shades; ascending. */
export function pickMapSteps(values: readonly number[]): number[] {
  const sorted = values.filter((value) => value > 0).toSorted((left, right) => left - right);
  const steps: number[] = [];
  for (const share of [0.2, 0.4, 0.6, 0.8]) {
    const end = roundUp(sorted[Math.floor(share * (sorted.length - 1))] ?? 1);
    const last = steps.at(-1) ?? 0;
    steps.push(end > last ? end : roundUp(last + 1));
  }
  return steps;
}

/** The next of 1, 2, 5, 10, 20, 50 … that is not below a figure. */
function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  const found = rounds.find((round) => round * unit >= value);
  return found === undefined ? 10 * unit : found * unit;
}
