/** State of a damped trend: level, and the trend that is damped by φ each day. */
export interface HoltState {
  level: number;
  trend: number;
}
export interface HoltParameters {
  alpha: number;
  beta: number;
  phi: number;
}
export type HoltFit = HoltParameters & {
  state: HoltState;
  /** One-step errors in the order of the days; days without a figure have none */
  errors: number[];
};

const steps = (first: number, last: number, count: number) =>
  Array.from({ length: count }, (_, n) => first + ((last - first) * n) / (count - 1));

/** φ within the usual bounds 0.80–0.98: below it the trend is gone at once, above it the trend never ends. */
const phis = steps(0.8, 0.98, 7);
const alphas = steps(0.05, 0.95, 10);
const betas = steps(0.02, 0.5, 7);

/** Days that the first level and trend are taken from: two weeks, so that each weekday is in both. */
export const startDays = 14;

/** The model's forecast for the next day. */
export function nextLevel({ level, trend }: HoltState, phi: number): number {
  return level + phi * trend;
}

/** State after a day: the error moves the level by α and the trend by α·β. A day without a figure has error 0. */
export function advance(state: HoltState, error: number, parameters: HoltParameters): HoltState {
  const { alpha, beta, phi } = parameters;
  return {
    level: nextLevel(state, phi) + alpha * error,
    trend: phi * state.trend + alpha * beta * error,
  };
}

/** Fits the damped trend to daily figures by the least sum of squared one-step errors over a grid. */
export function fitHolt(values: readonly (number | null)[]): HoltFit {
  const start = startState(values);
  let best: { parameters: HoltParameters; squares: number } | undefined;
  for (const phi of phis) {
    for (const alpha of alphas) {
      for (const beta of betas) {
        const parameters = { alpha, beta, phi };
        const squares = sumSquares(values, start, parameters);
        if (best === undefined || squares < best.squares) best = { parameters, squares };
      }
    }
  }
  if (best === undefined) throw new Error('Expected a grid with at least one point, got none');
  return run(values, start, best.parameters);
}

/** Of the errors that `run` lists; a forecast asks 25,000 times, so that no list and no state is made here. */
function sumSquares(
  values: readonly (number | null)[],
  { level, trend }: HoltState,
  { alpha, beta, phi }: HoltParameters,
): number {
  let squares = 0;
  for (const value of values) {
    const expected = level + phi * trend;
    const error = value === null ? 0 : value - expected;
    level = expected + alpha * error;
    trend = phi * trend + alpha * beta * error;
    squares += error * error;
  }
  return squares;
}

function run(
  values: readonly (number | null)[],
  start: HoltState,
  parameters: HoltParameters,
): HoltFit {
  let state = start;
  const errors: number[] = [];
  for (const value of values) {
    const error = value === null ? 0 : value - nextLevel(state, parameters.phi);
    if (value !== null) errors.push(error);
    state = advance(state, error, parameters);
  }
  return { ...parameters, state, errors };
}

/** Level from the first week and trend from the first to the second. */
function startState(values: readonly (number | null)[]): HoltState {
  const first = average(values.slice(0, 7));
  const second = average(values.slice(7, startDays));
  if (first === null) return { level: second ?? 0, trend: 0 };
  return { level: first, trend: second === null ? 0 : (second - first) / 7 };
}

function average(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
