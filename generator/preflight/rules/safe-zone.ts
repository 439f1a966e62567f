import type { Edges } from '../reader/geometry.ts';
import { contains, grow, intersect } from '../reader/geometry.ts';
import { type Deviation, mm, onPages, printersParts, type Rule } from './rule.ts';

/** What rounding in the layout may push over the line. */
const slackMm = 0.05;

/**
 * Text, icons and QR keep clear of the trim, where eyelets, pockets and the knife are; only grounds may go there.
 * Crop marks and slug stay outside the bleed.
 */
export const safeZone: Rule = {
  id: 'safe-zone',
  check(press) {
    const { safeMm, bleedMm } = press.expected.artwork.format;
    return onPages(press, ({ marks, trimMm }) => {
      const trim: Edges = { left: 0, top: 0, right: trimMm.width, bottom: trimMm.height };
      const safe = grow(trim, -safeMm);
      const bleed = grow(trim, bleedMm);
      const nearest = new Map<string, number>();
      const deviations: Deviation[] = [];
      for (const { part, edges } of marks) {
        if (printersParts.has(part)) {
          const over = intersect(edges, bleed);
          if (over !== undefined)
            deviations.push({ expected: `${part} outside the bleed`, found: 'inside it' });
        } else if (part !== 'ground' && !contains(safe, edges, slackMm)) {
          const key = part ?? 'an untagged mark';
          nearest.set(key, Math.min(nearest.get(key) ?? Infinity, distance(edges, trim)));
        }
      }
      for (const [part, nearMm] of nearest) {
        deviations.push({
          expected: `${part} at least ${mm(safeMm)} from the trim`,
          found: mm(nearMm),
        });
      }
      return deviations;
    });
  },
};

/** Least distance from an edge of the trim, negative outside it. */
function distance({ left, top, right, bottom }: Edges, trim: Edges): number {
  return Math.min(left - trim.left, top - trim.top, trim.right - right, trim.bottom - bottom);
}
