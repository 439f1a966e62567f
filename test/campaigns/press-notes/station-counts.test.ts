import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ShownCounts, shownCounts } from '../../../campaigns/press-notes/station-counts.ts';

const least = 3;
const rowsOf = (counts: readonly number[]) =>
  counts.map((count, index) => ({ station: `s${index}`, category: 'theft', count }));
const show = (counts: readonly number[]): ShownCounts | undefined =>
  shownCounts(rowsOf(counts), { stations: counts.map((_, index) => `s${index}`), least })[0];

test.each<[string, number[], number[], [stations: number, count: number] | null]>([
  ['small counts stand in the sum of the others', [6, 2, 1, 0], [6], [3, 3]],
  ['one small count takes the smallest shown one with it', [9, 5, 2], [9], [2, 7]],
  ['all at their largest take the smallest shown one with them', [7, 4, 2, 2], [7], [3, 8]],
  ['equal counts go into the sum together', [9, 6, 6, 2], [9], [3, 14]],
  ['nothing small: all are shown', [5, 4, 3], [5, 4, 3], [0, 0]],
  ['nothing large: the district only', [2, 1, 0], [], null],
  ['a total that would tell: the district only', [3, 2, 1], [], null],
  ['two stations, one small: the district only', [8, 1], [], null],
])('%s', (_, counts, shown, others) => {
  const found = show(counts);
  expect(found?.stations.map(({ count }) => count)).toEqual(shown);
  expect(found?.others).toEqual(others && { stations: others[0], count: others[1] });
  expect(found?.total).toBe(counts.reduce((sum, count) => sum + count, 0));
});

test('who knows the rule and all that is shown cannot tell a small count of any station', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(counts, (real) => {
      const seen = JSON.stringify(show(real));
      // All districts that look the same from outside.
      const likely = tables(real.length).get(seen) ?? [];
      real.forEach((count, index) => {
        if (count === 0 || count >= least) return;
        expect(new Set(likely.map((other) => other[index])).size).toBeGreaterThan(1);
      });
    }),
    { numRuns: 150 },
  );
});

const known = new Map<number, Map<string, number[][]>>();
/** Every table of so many stations with counts up to 7, by what is shown of it. */
function tables(stations: number): Map<string, number[][]> {
  const before = known.get(stations);
  if (before !== undefined) return before;
  let found: number[][] = [[]];
  for (let at = 0; at < stations; at += 1)
    found = found.flatMap((table) => Array.from({ length: 8 }, (_, count) => [...table, count]));
  const byShown = Map.groupBy(found, (table) => JSON.stringify(show(table)));
  known.set(stations, byShown);
  return byShown;
}
