import { phrases } from '../../../campaigns/words/preflight-words.ts';
import type { Reading } from '../outline/reading.ts';
import type { Edges } from '../reader/geometry.ts';
import { type Deviation, onPanels, type Rule } from './rule.ts';

/** Lines that are one sign together are closer: an emblem's words, an app's tile. */
const signs: readonly ReadonlySet<string>[] = [
  new Set(['owner', 'motto']),
  new Set(['app-name', 'free']),
  new Set(['tile-name']),
  new Set(['question', 'answer']),
  new Set(['stores', 'link']),
];
const signShare = 0.3;
const slackMm = 0.05;

/** Between a line's lowest ink and the next line's matras there is room, measured in the outlines. */
export const lineGap: Rule = {
  id: 'line-gap',
  check(press) {
    const { lineGapMm } = press.expected.artwork.limits;
    return onPanels(press, ({ readings }) => {
      const lines = readings.flatMap((reading) =>
        reading.lines.map((edges) => ({ ...reading, edges })),
      );
      return lines.flatMap((upper) =>
        lines.flatMap((lower): Deviation[] => {
          if (!isBelow(upper.edges, lower.edges)) return [];
          const leastMm = lineGapMm * (isOneSign(upper, lower) ? signShare : 1);
          const gapMm = lower.edges.top - upper.edges.bottom;
          if (gapMm >= leastMm - slackMm) return [];
          return [
            {
              expected: phrases.gap(upper, lower, phrases.mm(leastMm)),
              found: phrases.mm(gapMm),
              parts: [upper.part, lower.part],
            },
          ];
        }),
      );
    });
  },
};

function isOneSign(a: Reading, b: Reading): boolean {
  return signs.some((sign) => sign.has(a.part) && sign.has(b.part));
}

/** True when the second line is lower and under the first; its ink may reach up into it. */
function isBelow(a: Edges, b: Edges): boolean {
  const stands = (a.top + a.bottom) / 2 < b.top && a.bottom < (b.top + b.bottom) / 2;
  return stands && a.left < b.right && b.left < a.right;
}
