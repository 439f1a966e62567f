import type { Artwork } from '../artwork/artwork.ts';
import type { LaidOut, Shape } from '../layout/drawing.ts';
import { drawPicture, type Picture, screenRgb } from './base.ts';
import { createCoverage } from './coverage.ts';
import { flatten } from './flatten.ts';
import { writePng } from './png.ts';
import { createRamps, distance, pairsOf, type Ramps, type Rgb, steps } from './ramps.ts';

export type PreviewSize = { widthPx: number; png: Buffer };

/**
 * Draws web previews of one side as indexed PNGs. What all stations share is drawn once for each width; a station
 * costs a copy of it, its own shapes laid over the copy, and the deflating.
 */
export type Previewer = { render(stamped: readonly Shape[]): PreviewSize[] };

export function createPreviewer(
  { format, previewWidthsPx }: Pick<Artwork, 'format' | 'previewWidthsPx'>,
  side: LaidOut,
): Previewer {
  const { width, height } = format.trimMm;
  const sheets = previewWidthsPx.map((widthPx) =>
    openSheet(side.shapes, {
      width: widthPx,
      height: Math.round((widthPx * height) / width),
      pixelsPerMm: widthPx / width,
    }),
  );
  return {
    render: (stamped) => sheets.map((sheet) => ({ widthPx: sheet.width, png: sheet.lay(stamped) })),
  };
}

type Size = { width: number; height: number; pixelsPerMm: number };
type Sheet = { width: number; lay(stamped: readonly Shape[]): Buffer };

/** The palette keeps room for the ramps of a station's own shapes. */
const mostShared = 256 - 3 * steps;
const mostInks = mostShared / 2;

function openSheet(shapes: readonly Shape[], size: Size): Sheet {
  const { width, height, pixelsPerMm } = size;
  const picture = drawPicture(shapes, size);
  const histogram = countColours(picture);
  const inks = solidInks(shapes, histogram);
  const room = Math.floor((mostShared - inks.length) / (steps - 1));
  const shared = createRamps(inks, pairsOf(inks, histogram).slice(0, Math.max(0, room)));
  const base = indexRows(picture, shared);
  const coverage = createCoverage(width, height);
  return {
    width,
    lay(stamped) {
      const rows = base.slice();
      const ramps = shared.fork();
      for (const shape of stamped) {
        const ink = screenRgb(shape);
        flatten(shape, [pixelsPerMm, 0, 0, pixelsPerMm, 0, 0], coverage.edge);
        coverage.sweep((y, from, to, covered) => {
          let under = -1;
          let ramp: Uint8Array = whole;
          const row = y * (width + 1) + 1;
          for (let x = from; x < to; x += 1) {
            const part = ((covered[x] as number) * steps + 0.5) | 0;
            if (part === 0) continue;
            if (rows[row + x] !== under) {
              under = rows[row + x] as number;
              ramp = ramps.over(under, ink);
            }
            rows[row + x] = ramp[part] as number;
          }
        });
      }
      return writePng({ width, height, rows, palette: paletteBytes(ramps.colours) });
    },
  };
}

const whole = new Uint8Array(steps + 1);

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
function solidInks(shapes: readonly Shape[], histogram: ReadonlyMap<Rgb, number>): Rgb[] {
  const inks = [...new Set([0xffffff, ...shapes.map(screenRgb)])];
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

function paletteBytes(colours: readonly Rgb[]): Uint8Array {
  return Uint8Array.from(
    colours.flatMap((colour) => [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255]),
  );
}
