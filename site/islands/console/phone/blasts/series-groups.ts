import type { BlastEntry } from '../../../../../messaging/phone/blasts/blasts-schemas.ts';

interface SeriesGroup {
  entry: BlastEntry;
  /** Later rounds that have become blasts, the newest first. */
  rounds: BlastEntry[];
}

/** A series is one row, at the place of its newest round; a round whose first one is not in the list has its own row. */
export function groupSeries(entries: readonly BlastEntry[]): SeriesGroup[] {
  const groups = Map.groupBy(entries, ({ blast }) => blast.round?.seriesId ?? blast.id);
  return [...groups].flatMap(([id, group]) => {
    const first = group.find(({ blast }) => blast.id === id);
    if (first === undefined) return group.map((entry) => ({ entry, rounds: [] }));
    return [{ entry: first, rounds: group.filter((entry) => entry !== first) }];
  });
}
