import sharp from 'sharp';
import type { Artwork } from '../artwork/artwork.ts';
import type { Box, LaidOut, Shape } from '../layout/drawing.ts';
import { writeSvg } from './svg.ts';

export type PreviewSize = { widthPx: number; webp: Buffer };

/** Pixels of a side, three bytes each. */
type Raster = { width: number; height: number; rgb: Buffer };

/**
 * Draws web previews of one side. What all stations share is drawn once; a station's own slots are drawn small
 * and laid over it, so that a station costs its name and QR code and two WebP encodings.
 */
export type Previewer = { render(stamped: readonly Shape[]): Promise<PreviewSize[]> };

export async function createPreviewer(
  { format, previewWidthsPx }: Pick<Artwork, 'format' | 'previewWidthsPx'>,
  side: LaidOut,
): Promise<Previewer> {
  const { width, height } = format.trimMm;
  const largest = Math.max(...previewWidthsPx);
  const pixels = { width: largest, height: Math.round((largest * height) / width) };
  const svg = writeSvg(side.shapes, {
    x: 0,
    y: 0,
    width,
    height,
    widthPx: pixels.width,
    heightPx: pixels.height,
  });
  const base: Raster = {
    ...pixels,
    rgb: await sharp(Buffer.from(svg)).flatten({ background: '#FFFFFF' }).raw().toBuffer(),
  };
  const mmPerPixel = width / pixels.width;
  const regions = [...side.slots.values()].map((box) => pixelRegion(box, mmPerPixel, base));
  return {
    async render(stamped) {
      const raster = { ...base, rgb: Buffer.from(base.rgb) };
      for (const region of regions) await lay(raster, stamped, region, mmPerPixel);
      return Promise.all(
        previewWidthsPx.map(async (widthPx) => ({ widthPx, webp: await encode(raster, widthPx) })),
      );
    },
  };
}

type Region = { left: number; top: number; width: number; height: number };

function pixelRegion(box: Box, mmPerPixel: number, { width, height }: Raster): Region {
  const left = Math.max(0, Math.floor(box.x / mmPerPixel));
  const top = Math.max(0, Math.floor(box.y / mmPerPixel));
  return {
    left,
    top,
    width: Math.min(width, Math.ceil((box.x + box.width) / mmPerPixel)) - left,
    height: Math.min(height, Math.ceil((box.y + box.height) / mmPerPixel)) - top,
  };
}

async function lay(
  raster: Raster,
  stamped: readonly Shape[],
  region: Region,
  mmPerPixel: number,
): Promise<void> {
  const svg = writeSvg(stamped, {
    x: region.left * mmPerPixel,
    y: region.top * mmPerPixel,
    width: region.width * mmPerPixel,
    height: region.height * mmPerPixel,
    widthPx: region.width,
    heightPx: region.height,
  });
  const over = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
  for (let y = 0; y < region.height; y += 1) {
    let from = y * region.width * 4;
    let to = ((region.top + y) * raster.width + region.left) * 3;
    for (let x = 0; x < region.width; x += 1, from += 4, to += 3) {
      const alpha = over[from + 3] as number;
      if (alpha === 0) continue;
      for (let channel = 0; channel < 3; channel += 1) {
        const under = raster.rgb[to + channel] as number;
        const value = over[from + channel] as number;
        raster.rgb[to + channel] = under + ((value - under) * alpha) / 255;
      }
    }
  }
}

function encode({ width, height, rgb }: Raster, widthPx: number): Promise<Buffer> {
  const image = sharp(rgb, { raw: { width, height, channels: 3 } });
  const sized = widthPx === width ? image : image.resize(widthPx);
  return sized.webp({ quality: 80, effort: 0 }).toBuffer();
}
