/** Reasons to go and look at a board, by the scans of its code and its age: never a verdict. */
export type BoardSign =
  /** Scanned before, and not once since, although its own rate predicts `expected` scans. */
  | { kind: 'silent'; days: number; expected: number }
  /** Not scanned since it was hung, while the boards around are. */
  | { kind: 'never'; days: number }
  /** Far more of the last week than its own rate: pasted elsewhere, or its link passed on. */
  | { kind: 'sudden'; scans: number; expected: number }
  /** Hung so long ago that its flex nears the end of its life. */
  | { kind: 'old'; days: number };

/** A board and its scans; both lists of days end with the same one. */
export interface WatchedBoard {
  /** Days since it was hung. */
  hungDays: number;
  /** Scans by day, oldest first. */
  scans: readonly number[];
}

/** The state of things for all boards of a district at a time. */
export interface Surroundings {
  /** By day, around 1: how much was scanned in the district and the state, weekends, festivals and outages included. */
  pace: readonly number[];
  /** How many times as much as Poisson's counts these vary, at least 1. */
  dispersion: number;
  /** Scans a day of the board in the middle. */
  usual: number;
}

/**
 * A gap is told when the board's own rate makes it rarer than this. One that is scanned twice a day has 14 gaps a week: over
 * a simulated year of 1,650 boards that is one false gap in ten days (`board-signs.test.ts`).
 */
const gapChance = 2e-4;
const burstChance = 1e-7;
const leastGapDays = 3;
const weekDays = 7;
/** Below these a burst may be a passing school class. */
const leastBurst = 20;
const burstTimes = 4;
/** Two and a half years: flex lasts about three outdoors, a rule of thumb of the trade, and a new board takes its time. */
const oldDays = 913;
const neverDays = 30;
/** A board in the middle would have been scanned so often meanwhile. */
const neverExpected = 14;

/** The sign that weighs most, its age last; null where there is none. */
export function judgeBoard(board: WatchedBoard, around: Surroundings): BoardSign | null {
  const scans = board.scans.slice(-Math.max(1, board.hungDays + 1));
  const pace = around.pace.slice(-scans.length);
  const total = sum(scans);
  const sign =
    total === 0
      ? judgeUnscanned(board, around, pace)
      : (judgeGap(scans, pace, around) ?? judgeWeek(scans, pace, around));
  return sign ?? judgeAge(board);
}

function judgeAge({ hungDays: days }: WatchedBoard): BoardSign | null {
  return days > oldDays ? { kind: 'old', days } : null;
}

function judgeUnscanned(
  { hungDays }: WatchedBoard,
  { usual }: Surroundings,
  pace: readonly number[],
): BoardSign | null {
  const isLate = hungDays >= neverDays && usual * sum(pace) >= neverExpected;
  return isLate ? { kind: 'never', days: hungDays } : null;
}

/**
 * The days since its latest scan against those before. Given all its scans, each falls on either side by their shares of
 * the pace: the exact comparison of two Poisson rates (Przyborowski and Wilenski, Biometrika 31, 1940).
 */
function judgeGap(
  scans: readonly number[],
  pace: readonly number[],
  { dispersion }: Surroundings,
): BoardSign | null {
  const last = scans.findLastIndex((count) => count > 0);
  const days = scans.length - 1 - last;
  if (days < leastGapDays) return null;
  const before = sum(pace, 0, last + 1);
  const since = sum(pace, last + 1);
  const total = sum(scans);
  const chance = (before / (before + since)) ** (total / dispersion);
  if (!(chance < gapChance)) return null;
  return { kind: 'silent', days, expected: (total * since) / before };
}

/** The latest week against the days before it, by the same comparison. */
function judgeWeek(
  scans: readonly number[],
  pace: readonly number[],
  { dispersion }: Surroundings,
): BoardSign | null {
  const weekFrom = Math.max(0, scans.length - weekDays);
  const week = sum(scans, weekFrom);
  if (week < leastBurst) return null;
  const before = sum(scans, 0, weekFrom);
  const paceWeek = sum(pace, weekFrom);
  const paceBefore = sum(pace, 0, weekFrom);
  if (before === 0 || paceWeek === 0) return null;
  const expected = (before * paceWeek) / paceBefore;
  if (week < burstTimes * expected) return null;
  const share = paceWeek / (paceWeek + paceBefore);
  const chance = upperTail(Math.floor(week / dispersion), Math.ceil(before / dispersion), share);
  return chance < burstChance ? { kind: 'sudden', scans: week, expected } : null;
}

/** P(X ≥ hits) where X is binomial of hits + misses tries. */
function upperTail(hits: number, misses: number, share: number): number {
  const tries = hits + misses;
  let log = 0;
  for (let at = 1; at <= hits; at += 1) log += Math.log((misses + at) / at);
  log += hits * Math.log(share) + misses * Math.log1p(-share);
  let term = Math.exp(log);
  let tail = term;
  for (let at = hits; at < tries && term > 0; at += 1) {
    term *= ((tries - at) / (at + 1)) * (share / (1 - share));
    tail += term;
  }
  return tail;
}

/** Weight of the state beside a district's own scans, in scans a day: a few boards alone tell little of a day. */
const stateWeight = 10;

/**
 * @param boards of the district
 * @param state scans of all boards by day
 */
export function surround(boards: readonly WatchedBoard[], state: readonly number[]): Surroundings {
  const days = state.length;
  const own = new Array<number>(days).fill(0);
  for (const { scans } of boards)
    for (let day = 0; day < days; day += 1) own[day] = (own[day] as number) + (scans[day] ?? 0);
  const ownMean = sum(own) / days;
  const stateMean = sum(state) / days;
  const trust = ownMean / (ownMean + stateWeight);
  const pace = state.map((count, day) => {
    const ofState = stateMean === 0 ? 0 : count / stateMean;
    return ownMean === 0
      ? ofState
      : trust * ((own[day] as number) / ownMean) + (1 - trust) * ofState;
  });
  const rates = boards.map(
    ({ hungDays, scans }) => sum(scans) / Math.max(1, Math.min(days, hungDays + 1)),
  );
  return { pace, dispersion: measureDispersion(boards, pace), usual: middle(rates) };
}

/** By weeks, of boards with enough scans to show it, without the weeks of those that fell silent. */
function measureDispersion(boards: readonly WatchedBoard[], pace: readonly number[]): number {
  const paces = splitWeeks(pace);
  const found = boards.flatMap(({ scans }) => {
    const weeks = splitWeeks(scans);
    const last = weeks.findLastIndex((count) => count > 0);
    const first = weeks.findIndex((count) => count > 0);
    const counts = weeks.slice(first, last + 1);
    const shares = paces.slice(first, last + 1);
    const rate = sum(counts) / sum(shares);
    if (first < 0 || counts.length < 4 || sum(counts) < 2 * counts.length) return [];
    const squares = counts.map((count, at) => {
      const mean = rate * (shares[at] as number);
      return mean === 0 ? 0 : (count - mean) ** 2 / mean;
    });
    return [sum(squares) / (counts.length - 1)];
  });
  // The middle one: a single board with a burst says nothing of the others.
  return Math.max(1, middle(found));
}

function splitWeeks(days: readonly number[]): number[] {
  const sums = new Array<number>(Math.floor(days.length / weekDays)).fill(0);
  const first = days.length % weekDays;
  for (let day = first; day < days.length; day += 1) {
    const week = (day - first - ((day - first) % weekDays)) / weekDays;
    sums[week] = (sums[week] as number) + (days[day] as number);
  }
  return sums;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function sum(values: readonly number[], from = 0, to = values.length): number {
  let total = 0;
  for (let at = from; at < to; at += 1) total += values[at] as number;
  return total;
}
