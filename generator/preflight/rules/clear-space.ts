import { phrases } from '../../../campaigns/words/preflight-words.ts';
import type { Reading } from '../outline/reading.ts';
import { groundUnder, printersParts, type ReadPanel } from '../panel.ts';
import { contains, type Edges, grow, intersect } from '../reader/geometry.ts';
import { type Deviation, onPages, onPanels, type Rule } from './rule.ts';

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
              found: phrases.mm(nearMm, clearMm),
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
        found: phrases.mm(nearMm, safeMm),
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

/** Lines that are one sign together are closer: an emblem's words, an app's tile. */
const signs: readonly ReadonlySet<string>[] = [
  new Set(['owner', 'motto']),
  new Set(['app-name', 'free']),
  new Set(['tile-name']),
  new Set(['question', 'answer']),
  new Set(['stores', 'link']),
];
const signShare = 0.3;

/** Between a line's lowest ink and the next line's matras there is room, measured in the outlines. */
export const lineGap: Rule = {
  id: 'line-gap',
  check(press) {
    const { lineGapMm, signGapMm } = press.expected.artwork.limits;
    return onPanels(press, ({ readings }) => {
      const lines = readings.flatMap((reading) =>
        reading.lines.map((edges) => ({ ...reading, edges })),
      );
      return lines.flatMap((upper) =>
        lines.flatMap((lower): Deviation[] => {
          if (!isBelow(upper.edges, lower.edges)) return [];
          const usualMm = lineGapMm * (isOneSign(upper, lower) ? signShare : 1);
          const partsMm = onSignboard(upper, lower) ? (signGapMm ?? usualMm) : usualMm;
          const leastMm = isOneName(upper, lower) ? (upper.strokeMm ?? partsMm) : partsMm;
          const gapMm = lower.edges.top - upper.edges.bottom;
          if (gapMm >= leastMm - slackMm) return [];
          return [
            {
              expected: phrases.gap(upper, lower, phrases.mm(leastMm)),
              found: phrases.mm(gapMm, leastMm),
              parts: [upper.part, lower.part],
            },
          ];
        }),
      );
    });
  },
};

/** Between lines of a name a gap thinner than their shirorekha closes to the eye: the upper letters hang on to it. */
function isOneName(a: Reading, b: Reading): boolean {
  return a.part === 'name' && b.part === 'name';
}

function isOneSign(a: Reading, b: Reading): boolean {
  return signs.some((sign) => sign.has(a.part) && sign.has(b.part));
}

/** A station's name, its district and what it fills in. */
function onSignboard(a: Reading, b: Reading): boolean {
  return [a, b].every(({ part, isStations }) => isStations === true && part !== 'link');
}

/** True when the second line is lower and under the first; its ink may reach up into it. */
function isBelow(a: Edges, b: Edges): boolean {
  const stands = (a.top + a.bottom) / 2 < b.top && a.bottom < (b.top + b.bottom) / 2;
  return stands && a.left < b.right && b.left < a.right;
}
