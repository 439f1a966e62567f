import type { Day } from './clock.ts';
import { latestFigures, type Reading, type ReadingSource } from './readings.ts';

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
