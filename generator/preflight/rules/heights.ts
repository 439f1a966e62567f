import type { Reading } from '../outline/reading.ts';
import { type Deviation, mm, onPages, printersParts, type Rule } from './rule.ts';

/** What rounding in the layout may take off a height. */
const slackMm = 0.05;

/** Letters as high as the distance asks for, measured in the outlines from baseline to shirorekha. */
export const heights: Rule = {
  id: 'heights',
  check(press) {
    const { limits, artwork } = press.expected;
    return onPages(press, (_, index) => {
      const readings = press.readings[index] ?? [];
      return readings.flatMap((reading): Deviation[] => {
        const { part, heightMm } = reading;
        if (heightMm === undefined || printersParts.has(part)) return [];
        const least = leastOf(reading, readings, limits, artwork.format);
        if (heightMm >= least - slackMm) return [];
        return [
          {
            expected: `${part} at least ${mm(least)} high`,
            found: `${mm(heightMm)} in "${reading.text}"`,
          },
        ];
      });
    });
  },
};

/** A name may fall below the usual height only when it would not stand beside its district otherwise. */
function leastOf(
  { part, edges, heightMm }: Reading,
  readings: readonly Reading[],
  limits: { heightsMm: Readonly<Record<string, number>>; leastMm: number; usualNameMm: number },
  { trimMm, safeMm }: { trimMm: { width: number }; safeMm: number },
): number {
  const least = limits.heightsMm[part] ?? limits.leastMm;
  if (part !== 'name' || edges === undefined || heightMm === undefined) return least;
  const district = readings.find((reading) => reading.part === 'district')?.edges;
  const taken = district === undefined ? 0 : district.right - district.left;
  const room = trimMm.width - 2 * safeMm - taken;
  const usualWidth = ((edges.right - edges.left) * limits.usualNameMm) / heightMm;
  return usualWidth < room * 0.9 ? limits.usualNameMm : least;
}
