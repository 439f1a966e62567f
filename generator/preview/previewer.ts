import { crc32 } from 'node:zlib';
import type { Artwork } from '../artwork/artwork.ts';
import type { LaidOut, Shape } from '../layout/drawing.ts';
import { createBands } from './bands.ts';
import { type Size, screenRgb, toOutlines } from './base.ts';
import { createCoverage } from './coverage.ts';
import { flatten } from './flatten.ts';
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
  const bands = createBands(base, width + 1);
  return (stamped) => {
    const rows = base.slice();
    const touched = new Set<number>();
    const ramps = shared.fork();
    for (const shape of stamped) {
      const ink = screenRgb(shape);
      flatten(shape, [pixelsPerMm, 0, 0, pixelsPerMm, 0, 0], coverage.edge);
      coverage.sweep((y, from, to, covered) => {
        let under = -1;
        let ramp: Uint8Array = whole;
        const row = y * (width + 1) + 1;
        touched.add(bands.at(y));
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
    const data = bands.deflate(rows, touched);
    return writePng({ width, height, data, palette: paletteBytes(ramps.colours) });
  };
}

interface Indexed {
  width: number;
  height: number;
  /** Rows of palette indexes, each behind the byte of PNG's filter "none", as a zlib stream. */
  data: Buffer;
  /** Three bytes a colour, at most 256 of them. */
  palette: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Writes an indexed PNG (PNG 3rd edition, colour type 3, 8 bits). */
function writePng({ width, height, data, palette }: Indexed): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    ...chunk('IHDR', header),
    ...chunk('PLTE', palette),
    ...chunk('IDAT', data),
    ...chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Uint8Array): Uint8Array[] {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(name, 4, 'latin1');
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(data, crc32(head.subarray(4))), 0);
  return [head, data, tail];
}

const whole = new Uint8Array(steps + 1);

function paletteBytes(colours: readonly Rgb[]): Uint8Array {
  return Uint8Array.from(
    colours.flatMap((colour) => [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255]),
  );
}
