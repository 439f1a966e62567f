import { type Day, isDay } from './clock.ts';

/** Play: users who installed that day. App Store: first downloads that day. Manual: all downloads up to that day. */
export const readingSources = ['play', 'app-store', 'manual'] as const;
export type ReadingSource = (typeof readingSources)[number];

/** How a report came in. */
export const reportWays = ['upload', 'folder', 'command', 'entry'] as const;
export type ReportWay = (typeof reportWays)[number];

/** One figure as one file or one person gave it. A day of a store is the store's own calendar day. */
export interface Reading {
  source: ReadingSource;
  date: Day;
  value: number;
  /** Name of the file, or who said it for a manual figure */
  from: string;
  /** When it was read, ISO 8601 in UTC */
  readAt: string;
}

/** The figure that holds for a day, with those that it replaced, oldest first. */
export type DayFigure = Reading & { history: Reading[] };

/**
 * For every source and day the figure that was read last; of two read at once, the later in the list. The same
 * figure read again is no revision: only its source and time are renewed.
 */
export function latestFigures(readings: readonly Reading[]): DayFigure[] {
  const inOrder = readings
    .map(checked)
    .toSorted((left, right) => compare(left.readAt, right.readAt));
  const figures = new Map<string, DayFigure>();
  for (const reading of inOrder) {
    const key = `${reading.source} ${reading.date}`;
    const earlier = figures.get(key);
    figures.set(key, { ...reading, history: earlier ? historyAfter(earlier, reading) : [] });
  }
  return [...figures.values()].toSorted(
    (left, right) => compare(left.date, right.date) || compare(left.source, right.source),
  );
}

function historyAfter(earlier: DayFigure, reading: Reading): Reading[] {
  const { history, ...replaced } = earlier;
  return replaced.value === reading.value ? history : [...history, replaced];
}

function checked(reading: Reading): Reading {
  if (!isDay(reading.date)) {
    throw new Error(`Expected a day as YYYY-MM-DD for \`date\`, got "${reading.date}"`);
  }
  if (!Number.isSafeInteger(reading.value) || reading.value < 0) {
    throw new Error(`Expected a whole number from 0 for \`value\`, got ${reading.value}`);
  }
  return reading;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

/** New value of a day's figure; null where there was none. */
export interface ReadingChange {
  source: ReadingSource;
  date: Day;
  before: number | null;
  after: number;
}

/** Changes that new readings make: new days and revised days, in their order. */
export function changesBy(
  known: readonly Reading[],
  incoming: readonly Reading[],
): ReadingChange[] {
  const values = new Map(
    latestFigures(known).map(({ source, date, value }) => [`${source} ${date}`, value]),
  );
  return latestFigures(incoming).flatMap(({ source, date, value }) => {
    const before = values.get(`${source} ${date}`) ?? null;
    return before === value ? [] : [{ source, date, before, after: value }];
  });
}
