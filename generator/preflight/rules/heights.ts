import type { Format } from '../../artwork/artwork.ts';
import type { Limits } from '../../artwork/limits.ts';
import type { Reading } from '../outline/reading.ts';
import { type Deviation, mm, onPanels, type Rule } from './rule.ts';

/** What rounding in the layout may take off a height, as a share of it. */
const slack = 0.001;

/** Letters as high as the distance asks for, measured in the outlines from baseline to shirorekha. */
export const heights: Rule = {
  id: 'heights',
  check(press) {
    const { limits, artwork } = press.expected;
    return onPanels(press, ({ readings }) =>
      readings.flatMap((reading): Deviation[] => {
        const { part, text, heightMm } = reading;
        if (heightMm === undefined) return [];
        const leastMm = leastOf(reading, readings, { limits, format: artwork.format });
        if (heightMm >= leastMm * (1 - slack)) return [];
        return [
          {
            expected: `${part} at least ${mm(leastMm)} high`,
            found: `${mm(heightMm)} in "${text}"`,
          },
        ];
      }),
    );
  },
};

/** A name may fall below the usual height only when it would not stand beside its district otherwise. */
function leastOf(
  { part, edges, heightMm = 0 }: Reading,
  readings: readonly Reading[],
  { limits, format: { trimMm, safeMm } }: { limits: Limits; format: Format },
): number {
  const least = limits.heightsMm[part] ?? limits.leastMm;
  if (part !== 'name' || edges === undefined || heightMm === 0) return least;
  const district = readings.find((reading) => reading.part === 'district')?.edges;
  const taken = district === undefined ? 0 : district.right - district.left;
  const room = trimMm.width - 2 * safeMm - taken;
  const usualWidth = ((edges.right - edges.left) * limits.usualNameMm) / heightMm;
  return usualWidth < room * 0.9 ? limits.usualNameMm : least;
}
