import sharp from 'sharp';
import type { Artwork } from '../artwork/artwork.ts';
import type { Shape } from '../layout/drawing.ts';
import { writeSvg } from '../preview/svg.ts';
import { rgbLimitBytes } from './rgb-limit.ts';

const longestPx = 1600;
const qualities = [90, 84, 78, 70, 60];

/** One side at its trim as an RGB picture for approval, at the best quality that keeps under the limit. */
export async function renderRgbJpeg(
  shapes: readonly Shape[],
  { format: { trimMm } }: Pick<Artwork, 'format'>,
): Promise<Buffer> {
  const perMm = longestPx / Math.max(trimMm.width, trimMm.height);
  const widthPx = Math.round(trimMm.width * perMm);
  const heightPx = Math.round(trimMm.height * perMm);
  const svg = writeSvg(shapes, { x: 0, y: 0, ...trimMm, widthPx, heightPx });
  const picture = sharp(Buffer.from(svg)).flatten({ background: '#FFFFFF' });
  let jpeg = Buffer.alloc(0);
  for (const quality of qualities) {
    jpeg = await picture.clone().jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
    if (jpeg.length <= rgbLimitBytes) break;
  }
  return jpeg;
}
