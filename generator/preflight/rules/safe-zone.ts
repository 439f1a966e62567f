import { phrases } from '../../../campaigns/words/preflight-words.ts';
import { printersParts } from '../panel.ts';
import { contains, type Edges, grow, intersect } from '../reader/geometry.ts';
import { onPages, onPanels, type Rule } from './rule.ts';

/** Tolerance for rounding in the layout. */
const slackMm = 0.05;

/** Parts that may touch the trim. */
const edgeParts: ReadonlySet<string | null> = new Set(['ground', 'keyline']);

/**
 * Text, icons and QR keep clear of the trim, where eyelets, pockets and the knife are; only grounds may go there.
 * Crop marks and slug stay outside the bleed.
 */
export const safeZone: Rule = {
  id: 'safe-zone',
  check(press) {
    const { safeMm, bleedMm } = press.expected.artwork.format;
    const sides = onPanels(press, ({ marks, trim }) => {
      const safe = grow(trim, -safeMm);
      const nearest = new Map<string, number>();
      for (const { part, edges } of marks) {
        if (edgeParts.has(part) || contains(safe, edges, slackMm)) continue;
        const key = part ?? 'an untagged mark';
        nearest.set(key, Math.min(nearest.get(key) ?? Infinity, distance(edges, trim)));
      }
      return [...nearest].map(([part, nearMm]) => ({
        expected: phrases.clearOfTrim(part, phrases.mm(safeMm)),
        found: phrases.mm(nearMm),
        parts: [part],
      }));
    });
    const printers = onPages(press, ({ marks, trimMm: { width, height } }) => {
      const bleed = grow({ left: 0, top: 0, right: width, bottom: height }, bleedMm);
      const inside = marks.filter(
        ({ part, edges }) => printersParts.has(part) && intersect(edges, bleed) !== undefined,
      );
      return [...new Set(inside.map(({ part }) => part))].map((part) => ({
        expected: `${part} outside the bleed`,
        found: 'inside it',
      }));
    });
    return [...sides, ...printers];
  },
};

/** Least distance from an edge of the trim, negative outside it. */
function distance({ left, top, right, bottom }: Edges, trim: Edges): number {
  return Math.min(left - trim.left, top - trim.top, trim.right - right, trim.bottom - bottom);
}
