import type { CountRow } from './note-fields.ts';

/** A category's count in the district, and the stations that may be shown with it. */
export interface ShownCounts {
  category: string;
  total: number;
  /** Largest first. */
  stations: { station: string; count: number }[];
  /** The others together, those without a case included; null where no station is shown. */
  others: { stations: number; count: number } | null;
}

/**
 * Shows a station's count from `least` on. All other stations, those without a case among them, are one sum, so that a
 * small count can be told neither from its place nor by taking what is shown from the total: where the sum would say it (one
 * station alone, or each one at its largest), the smallest shown count goes into the sum too. No station has a sum over
 * categories, so that each category stands for itself.
 * @param stations all stations of the district
 */
export function shownCounts(
  rows: readonly CountRow[],
  { stations, least }: { stations: readonly string[]; least: number },
): ShownCounts[] {
  const byCategory = Map.groupBy(
    rows.filter(({ count }) => count > 0),
    ({ category }) => category,
  );
  return [...byCategory].map(([category, own]) => {
    const total = own.reduce((sum, { count }) => sum + count, 0);
    // With this total no station is ever shown: else nothing shown would say that each has its largest small count.
    const isTelling = total === stations.length * (least - 1);
    const shown = (isTelling ? [] : own)
      .filter(({ count }) => count >= least)
      .map(({ station, count }) => ({ station, count }))
      .toSorted((one, other) => other.count - one.count || (one.station < other.station ? -1 : 1));
    const others = () => ({
      stations: stations.length - shown.length,
      count: total - shown.reduce((sum, { count }) => sum + count, 0),
    });
    while (shown.length > 0 && givesAway(others(), least)) {
      // All of one count together: which of them is shown would say that the hidden one is not as large.
      const smallest = shown.at(-1)?.count;
      while (shown.at(-1)?.count === smallest && shown.length > 0) shown.pop();
    }
    return { category, total, stations: shown, others: shown.length === 0 ? null : others() };
  });
}

/** Whether a sum says what each of its stations has. No case at all may be known. */
function givesAway(
  { stations, count }: { stations: number; count: number },
  least: number,
): boolean {
  if (count === 0) return false;
  return stations < 2 || count === stations * (least - 1);
}
