import { type Drawn, drawPicture, type Picture, type Size } from './base.ts';
import { createRamps, distance, findPairs, type Ramps, type Rgb, steps } from './ramps.ts';

/** The part of one side at one width that all stations share, in indexed colour. */
export interface Sheet {
  inks: readonly Rgb[];
  /** Pairs of inks that got a ramp. */
  pairs: readonly (readonly [Rgb, Rgb])[];
  /** Rows of palette indexes, each behind a byte for the filter of a PNG. */
  rows: Uint8Array;
}

export type DrawSheet = (shared: readonly Drawn[], size: Size) => Sheet;

/** The palette keeps room for the ramps of a station's own shapes. */
const mostShared = 256 - 3 * steps;
const mostInks = mostShared / 2;

export const drawSheet: DrawSheet = (shared, size) => {
  const picture = drawPicture(shared, size);
  const histogram = countColours(picture);
  const inks = solidInks(shared, histogram);
  const room = Math.floor((mostShared - inks.length) / (steps - 1));
  const pairs = findPairs(inks, histogram).slice(0, Math.max(0, room));
  return { inks, pairs, rows: indexRows(picture, createRamps(inks, pairs)) };
};

function countColours({ pixels }: Picture): Map<Rgb, number> {
  const counts = new Map<Rgb, number>();
  let run = 0;
  for (let at = 0; at < pixels.length; at += 1) {
    run += 1;
    const colour = pixels[at] as number;
    if (colour === pixels[at + 1]) continue;
    counts.set(colour, (counts.get(colour) ?? 0) + run);
    run = 0;
  }
  return counts;
}

/**
 * Inks of the shapes and the paper. Of an emblem with more colours than there is room for, those are kept that are
 * large and unlike the ones already kept.
 */
function solidInks(shared: readonly Drawn[], histogram: ReadonlyMap<Rgb, number>): Rgb[] {
  const inks = [...new Set([0xffffff, ...shared.map(({ colour }) => colour)])];
  if (inks.length <= mostInks) return inks;
  const left = new Map(inks.map((ink) => [ink, Number.POSITIVE_INFINITY]));
  const kept: Rgb[] = [];
  while (kept.length < mostInks) {
    const weight = ([ink, far]: [Rgb, number]) => far * ((histogram.get(ink) ?? 0) + 1);
    const [next] = [...left].reduce((a, b) => (weight(b) > weight(a) ? b : a));
    kept.push(next);
    left.delete(next);
    for (const [ink, far] of left) left.set(ink, Math.min(far, distance(ink, next)));
  }
  return kept;
}

function indexRows({ width, height, pixels }: Picture, ramps: Ramps): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    let colour = -1;
    let index = 0;
    for (let x = 0; x < width; x += 1) {
      const pixel = pixels[y * width + x] as number;
      if (pixel !== colour) {
        colour = pixel;
        index = ramps.nearest(pixel);
      }
      rows[y * (width + 1) + 1 + x] = index;
    }
  }
  return rows;
}
