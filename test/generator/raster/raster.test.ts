import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { palette } from '../../../generator/ink/palette.ts';
import type { Shape } from '../../../generator/layout/drawing.ts';
import { rectanglePath } from '../../../generator/layout/path.ts';
import { renderRaster } from '../../../generator/raster/raster.ts';

const profile = readFileSync(join(import.meta.dirname, '../../../assets/icc/FOGRA39L_coated.icc'));
const inks = ['navy', 'red', 'marigold', 'paper', 'key'] as const;
const shapes: Shape[] = inks.map((ink, index) => ({
  kind: 'outline',
  part: 'ground',
  ink,
  path: rectanglePath(index * 20, 0, 20, 50),
}));
const artwork = {
  format: { trimMm: { width: 100, height: 50 }, bleedMm: 0, safeMm: 0, unitsPerMm: 10 },
  rasterDpi: 100,
  stock: 'flex' as const,
};

describe.each(['tiff', 'jpeg'] as const)('a CMYK %s', (format) => {
  test('has its true size, its resolution and the profile, byte for byte', async () => {
    const picture = await renderRaster(shapes, artwork, { format, profile });
    const meta = await sharp(picture).metadata();
    const size = { width: 394, height: 197, density: 100 };
    expect(meta).toMatchObject({ ...size, space: 'cmyk', channels: 4 });
    expect(meta.icc?.equals(profile)).toBe(true);
  });

  test('lays down the inks of the palette exactly', async () => {
    const picture = await renderRaster(shapes, artwork, { format, profile });
    const bare = await sharp(withoutProfile(picture))
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .raw()
      .toBuffer({ resolveWithObject: true });
    for (const [index, ink] of inks.entries()) {
      const at = (100 * bare.info.width + Math.round((index * 20 + 10) * (100 / 25.4))) * 4;
      const found = [...bare.data.subarray(at, at + 4)];
      const wanted = palette[ink].cmyk.map((percent) => Math.round(percent * 2.55));
      const tolerance = format === 'jpeg' ? 2 : 0;
      for (const [channel, value] of wanted.entries()) {
        const difference = Math.abs((found[channel] ?? 999) - value);
        expect(difference, `${ink} ${channel}`).toBeLessThanOrEqual(tolerance);
      }
    }
  });
});

test('a picture for paper carries the bleed of its side', async () => {
  const paper = { ...artwork, stock: 'paper' as const, rasterDpi: 300 };
  const format = { ...artwork.format, trimMm: { width: 148, height: 210 }, bleedMm: 3 };
  const picture = await renderRaster(shapes, { ...paper, format }, { format: 'jpeg', profile });
  // 154 × 216 mm at 300 dpi.
  expect(await sharp(picture).metadata()).toMatchObject({ width: 1819, height: 2551 });
});

/** The same picture with its profile hidden from the reader, which would convert by it on the way in. */
function withoutProfile(picture: Buffer): Buffer {
  const copy = Buffer.from(picture);
  if (copy.toString('latin1', 0, 2) === 'II') {
    const directory = copy.readUInt32LE(4);
    for (let entry = 0; entry < copy.readUInt16LE(directory); entry += 1) {
      const at = directory + 2 + entry * 12;
      if (copy.readUInt16LE(at) === 34675) copy.writeUInt16LE(65000, at);
    }
    return copy;
  }
  for (let at = 2; copy.readUInt16BE(at) !== 0xffda; at += 2 + copy.readUInt16BE(at + 2)) {
    if (copy.readUInt16BE(at) === 0xffe2) copy.writeUInt16BE(0xffef, at);
  }
  return copy;
}
