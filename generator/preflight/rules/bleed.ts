import { mm, onPages, printersParts, type Rule } from './rule.ts';

const toleranceMm = 0.1;

/** What reaches the trim goes on to the edge of the bleed, so that no knife leaves a white line. */
export const bleed: Rule = {
  id: 'bleed',
  check(press) {
    const { bleedMm } = press.expected.artwork.format;
    return onPages(press, ({ marks, trimMm: { width, height } }) => {
      const shortest = new Map<string, number>();
      for (const { part, edges, inks } of marks) {
        if (printersParts.has(part) || inks?.every((ink) => ink === 0)) continue;
        const beyond = [-edges.left, -edges.top, edges.right - width, edges.bottom - height];
        for (const over of beyond) {
          if (over <= -toleranceMm || over >= bleedMm - toleranceMm) continue;
          const key = part ?? 'an untagged mark';
          shortest.set(key, Math.min(shortest.get(key) ?? Infinity, over));
        }
      }
      return [...shortest].map(([part, over]) => ({
        expected: `${part} ${mm(bleedMm)} beyond the trim`,
        found: mm(over),
      }));
    });
  },
};
