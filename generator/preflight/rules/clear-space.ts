import { phrases } from '../../../campaigns/words/preflight-words.ts';
import { groundUnder } from '../ground.ts';
import type { Reading } from '../outline/reading.ts';
import type { ReadPanel } from '../panel.ts';
import type { Edges } from '../reader/geometry.ts';
import { type Deviation, onPanels, type Rule } from './rule.ts';

/** Tolerance for rounding in the layout. */
const slackMm = 0.05;
/**
 * Clear space as a share of a band's height, where the artwork states no millimetres. A ground that is taller than a
 * sixth of the trim counts as that.
 */
const clearShare = 0.07;
const tallestBand = 1 / 6;

/** How near a text's ink comes to the edges of the band that it is on, and how near it may come. */
export interface Clearance {
  reading: Reading;
  nearMm: number;
  clearMm: number;
}

/** Clearance of every text on a ground; Infinity where the ground runs off the side all around. */
export function clearances(
  { marks, readings, trim }: ReadPanel,
  fixedMm: number | undefined,
): Clearance[] {
  const texts = new Set<string | null>(readings.map(({ part }) => part));
  return readings.flatMap((reading): Clearance[] => {
    const { part, edges } = reading;
    if (edges === undefined) return [];
    const before = marks.findIndex((mark) => mark.part === part);
    const under = marks.slice(0, before).filter((mark) => !texts.has(mark.part));
    const ground = groundUnder(under, edges);
    if (ground === undefined) return [];
    const clearMm =
      fixedMm ?? clearShare * Math.min(height(ground.edges), tallestBand * height(trim));
    return [{ reading, nearMm: nearest(edges, ground.edges, trim), clearMm }];
  });
}

/**
 * No ink of a text comes near the edge of the band that it is on, matras and all. Where the band runs off the side
 * the safe zone says how near the trim it may be.
 */
export const clearSpace: Rule = {
  id: 'clear-space',
  check: (press) =>
    onPanels(press, (panel) =>
      clearances(panel, press.expected.artwork.limits.clearMm).flatMap(
        ({ reading: { part, text }, nearMm, clearMm }): Deviation[] => {
          // Over the edge is another fault, and told by the rule `placing`.
          if (nearMm < 0 || nearMm >= clearMm - slackMm) return [];
          return [
            {
              expected: phrases.clearOfEdge({ part, text }, phrases.mm(clearMm)),
              found: phrases.mm(nearMm),
              parts: [part],
            },
          ];
        },
      ),
    ),
};

function height({ top, bottom }: Edges): number {
  return bottom - top;
}

/** Least distance to those edges of a band that lie inside the trim. */
export function nearest(edges: Edges, band: Edges, trim: Edges): number {
  const distances = [
    band.left > trim.left + slackMm ? edges.left - band.left : Infinity,
    band.top > trim.top + slackMm ? edges.top - band.top : Infinity,
    band.right < trim.right - slackMm ? band.right - edges.right : Infinity,
    band.bottom < trim.bottom - slackMm ? band.bottom - edges.bottom : Infinity,
  ];
  return Math.min(...distances);
}
