import type { Day } from './clock.ts';
import { latestFigures, type Reading, type ReadingSource } from './readings.ts';

/** What a day's figure becomes; null where there was none. */
export type ReadingChange = {
  source: ReadingSource;
  date: Day;
  before: number | null;
  after: number;
};

/** What reading new figures changes: days that are new and days that are revised, in their order. */
export function changesBy(known: readonly Reading[], given: readonly Reading[]): ReadingChange[] {
  const values = new Map(
    latestFigures(known).map(({ source, date, value }) => [`${source} ${date}`, value]),
  );
  return latestFigures(given).flatMap(({ source, date, value }) => {
    const before = values.get(`${source} ${date}`) ?? null;
    return before === value ? [] : [{ source, date, before, after: value }];
  });
}
