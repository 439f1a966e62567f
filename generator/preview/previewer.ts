import type { Artwork } from '../artwork/artwork.ts';
import type { LaidOut, Shape } from '../layout/drawing.ts';
import { type Size, screenRgb, toOutlines } from './base.ts';
import { createCoverage } from './coverage.ts';
import { flatten } from './flatten.ts';
import { writePng } from './png.ts';
import { createRamps, type Rgb, steps } from './ramps.ts';
import { type DrawSheet, drawSheet, type Sheet } from './sheet.ts';

export interface PreviewSize {
  widthPx: number;
  png: Buffer;
}

/**
 * Draws web previews of one side as indexed PNGs. What all stations share is drawn once for each width; a station
 * costs a copy of it, its own shapes laid over the copy, and the deflating.
 */
export interface Previewer {
  render(stamped: readonly Shape[]): PreviewSize[];
}

/** @param draw draws what all stations share, or knows it already */
export function createPreviewer(
  { format, previewWidthsPx }: Pick<Artwork, 'format' | 'previewWidthsPx'>,
  side: LaidOut,
  draw: DrawSheet = drawSheet,
): Previewer {
  const { width, height } = format.trimMm;
  const pens = previewWidthsPx.map((widthPx) => {
    const size = { width: widthPx, height: Math.round((widthPx * height) / width) };
    const pixelsPerMm = widthPx / width;
    const sheet = draw(toOutlines(side.shapes, pixelsPerMm), size);
    return { widthPx, lay: createPen(sheet, size, pixelsPerMm) };
  });
  return {
    render: (stamped) => pens.map(({ widthPx, lay }) => ({ widthPx, png: lay(stamped) })),
  };
}

/** Lays a station's own shapes over a copy of a sheet. */
function createPen(
  { inks, pairs, rows: base }: Sheet,
  { width, height }: Size,
  pixelsPerMm: number,
): (stamped: readonly Shape[]) => Buffer {
  const shared = createRamps(inks, pairs);
  const coverage = createCoverage(width, height);
  return (stamped) => {
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
  };
}

const whole = new Uint8Array(steps + 1);

function paletteBytes(colours: readonly Rgb[]): Uint8Array {
  return Uint8Array.from(
    colours.flatMap((colour) => [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255]),
  );
}
