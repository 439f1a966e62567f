import { crc32, inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { boardStations } from '../../../campaigns/directory/station.ts';
import { stripName } from '../../../campaigns/directory/strip-name.ts';
import { artworkById, artworks, listArtworks } from '../../../generator/artwork/catalogue.ts';
import type { Shape } from '../../../generator/layout/drawing.ts';
import { rectanglePath } from '../../../generator/layout/path.ts';
import { createPreviewer } from '../../../generator/preview/previewer.ts';
import { writeSvg } from '../../../generator/preview/svg.ts';
import { createImprints } from '../../../generator/run/station-imprints.ts';
import { campaign, directory, layOutOne, openStamper, registry } from '../press-room.ts';

const board = artworkById('board', campaign);
const shown = listArtworks(campaign, artworks).filter(
  ({ previewWidthsPx }) => previewWidthsPx.length > 0,
);
const byLength = boardStations(directory).sort((a, b) => stripName(b).length - stripName(a).length);
const imprint = createImprints(campaign, directory, registry);

/** Previewers of an artwork's sides, and what stations stamp on them. */
async function open(artwork = board) {
  const layout = await layOutOne(artwork);
  const stamper = await openStamper(artwork);
  const stamps = [byLength[0], byLength.at(-1)].map((station) => {
    if (station === undefined) throw new Error('Expected stations');
    return stamper.shapes(imprint(station, artwork));
  });
  // The board has its picture in every width; the others have theirs from the same code.
  const previewWidthsPx = artwork.previewWidthsPx.slice(0, artwork === board ? undefined : 1);
  const sides = layout.sides.map((side) => createPreviewer({ ...artwork, previewWidthsPx }, side));
  return { layout, stamps, sides };
}

interface Size {
  widthPx: number;
  heightPx: number;
}

/** The picture that librsvg draws four times as large, each sixteen of its pixels averaged. */
async function reference(
  shapes: readonly Shape[],
  trimMm: { width: number; height: number },
  { widthPx, heightPx }: Size,
): Promise<Float64Array> {
  // The pictures' height is rounded to whole pixels, their scale is that of the width.
  const height = (heightPx * trimMm.width) / widthPx;
  const view = { x: 0, y: 0, width: trimMm.width, height };
  const svg = writeSvg(shapes, { ...view, widthPx: 4 * widthPx, heightPx: 4 * heightPx });
  const fine = await sharp(Buffer.from(svg), { limitInputPixels: false })
    .flatten({ background: '#FFFFFF' })
    .raw()
    .toBuffer();
  const mean = new Float64Array(widthPx * heightPx * 3);
  for (let y = 0; y < 4 * heightPx; y += 1) {
    let from = y * 4 * widthPx * 3;
    let to = Math.floor(y / 4) * widthPx * 3;
    for (let x = 0; x < widthPx; x += 1, to += 3) {
      for (let part = 0; part < 4; part += 1, from += 3) {
        mean[to] = (mean[to] as number) + (fine[from] as number) / 16;
        mean[to + 1] = (mean[to + 1] as number) + (fine[from + 1] as number) / 16;
        mean[to + 2] = (mean[to + 2] as number) + (fine[from + 2] as number) / 16;
      }
    }
  }
  return mean;
}

async function psnr(png: Buffer, wanted: Float64Array): Promise<number> {
  const ours = await sharp(png).removeAlpha().raw().toBuffer();
  expect(ours.length).toBe(wanted.length);
  let sum = 0;
  for (let at = 0; at < ours.length; at += 1)
    sum += ((ours[at] as number) - (wanted[at] as number)) ** 2;
  return 10 * Math.log10(255 ** 2 / (sum / wanted.length));
}

describe('previews', () => {
  test.each(shown)(
    'of the $id are within 42 dB of a picture drawn four times as large',
    async (artwork) => {
      const { layout, stamps, sides } = await open(artwork);
      // The boards' names on one line and on two; the other artworks have them from the same code.
      for (const stamped of artwork === board ? stamps : stamps.slice(0, 1)) {
        for (const [side, previewer] of sides.entries()) {
          const shapes = [...(layout.sides[side]?.shapes ?? []), ...(stamped[side] ?? [])];
          for (const { widthPx, png } of previewer.render(stamped[side] ?? [])) {
            const { trimMm } = artwork.format;
            const heightPx = Math.round((widthPx * trimMm.height) / trimMm.width);
            const wanted = await reference(shapes, trimMm, { widthPx, heightPx });
            expect(await psnr(png, wanted), `${artwork.id} ${side} ${widthPx}`).toBeGreaterThan(42);
          }
        }
      }
    },
    120_000,
  );

  test('of a station are the same whatever stations came before', async () => {
    const { stamps, sides } = await open();
    const [long = [], short = []] = stamps;
    const [previewer] = sides;
    const alone = previewer?.render(short[0] ?? []);
    previewer?.render(long[0] ?? []);
    expect(previewer?.render(short[0] ?? [])).toEqual(alone);
  });

  test('are whole PNG files with a palette', async () => {
    const { stamps, sides } = await open();
    for (const { widthPx, png } of sides[0]?.render(stamps[0]?.[0] ?? []) ?? []) {
      const chunks = readChunks(png);
      expect(chunks.map(({ name }) => name)).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
      const [header, palette, pixels] = chunks.map(({ data }) => data) as [Buffer, Buffer, Buffer];
      expect([...header.subarray(8)]).toEqual([8, 3, 0, 0, 0]);
      expect(header.readUInt32BE(0)).toBe(widthPx);
      const height = header.readUInt32BE(4);
      const rows = inflateSync(pixels);
      expect(rows.length).toBe((widthPx + 1) * height);
      expect(palette.length % 3).toBe(0);
      expect(palette.length / 3).toBeLessThanOrEqual(256);
      expect(Math.max(...new Set(rows))).toBeLessThan(palette.length / 3);
    }
  });

  test('of an emblem with more colours than a palette holds keep near to each', async () => {
    const shapes = Array.from({ length: 400 }, (_, at): Shape => {
      const level = (value: number) =>
        Math.round(value * 12.7)
          .toString(16)
          .padStart(2, '0');
      const column = at % 20;
      const line = Math.floor(at / 20);
      return {
        kind: 'outline',
        part: 'emblem',
        ink: { cmyk: [0, 0, 0, 0], screen: `#${level(column)}${level(line)}80` },
        path: rectanglePath(column * 5, line * 5, 5, 5),
      };
    });
    const format = { trimMm: { width: 100, height: 100 }, bleedMm: 0, safeMm: 0, unitsPerMm: 1 };
    const previewer = createPreviewer(
      { format, previewWidthsPx: [100] },
      { shapes, slots: new Map() },
    );
    const [picture] = previewer.render([]);
    const wanted = await reference(shapes, format.trimMm, { widthPx: 100, heightPx: 100 });
    expect(await psnr(picture?.png ?? Buffer.alloc(0), wanted)).toBeGreaterThan(24);
  });
});

/** Chunks of a PNG; each checksum must hold, and nothing may follow the last. */
function readChunks(png: Buffer): { name: string; data: Buffer }[] {
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks: { name: string; data: Buffer }[] = [];
  let at = 8;
  while (at < png.length) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.push({ name: body.toString('latin1', 0, 4), data: body.subarray(4) });
    at += 12 + length;
  }
  return chunks;
}
