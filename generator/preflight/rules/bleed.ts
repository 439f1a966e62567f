import { phrases } from '../../../campaigns/words/preflight-words.ts';
import { mm, onPanels, type Rule } from './rule.ts';

const toleranceMm = 0.1;

/** Shapes that reach the trim must extend to the edge of the bleed, so that cutting leaves no white line. */
export const bleed: Rule = {
  id: 'bleed',
  check: (press) =>
    onPanels(press, ({ marks, trim, bleed: wanted }) => {
      const shortest = new Map<string, { over: number; wantedMm: number }>();
      for (const { part, edges, inks } of marks) {
        if (inks?.every((ink) => ink === 0)) continue;
        const beyond = [
          { over: trim.left - edges.left, wantedMm: wanted.left },
          { over: trim.top - edges.top, wantedMm: wanted.top },
          { over: edges.right - trim.right, wantedMm: wanted.right },
          { over: edges.bottom - trim.bottom, wantedMm: wanted.bottom },
        ];
        for (const { over, wantedMm } of beyond) {
          if (over <= -toleranceMm || over >= wantedMm - toleranceMm) continue;
          const key = part ?? 'an untagged mark';
          if (over < (shortest.get(key)?.over ?? Infinity)) shortest.set(key, { over, wantedMm });
        }
      }
      return [...shortest].map(([part, { over, wantedMm }]) => ({
        expected: `${part} ${mm(wantedMm)} beyond the trim`,
        found: phrases.mm(over),
      }));
    }),
};
