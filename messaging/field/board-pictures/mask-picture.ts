import sharp, { type Sharp } from 'sharp';
import type { Corners } from './homography.ts';

const longestPx = 1600;
/** Of the longer side: a face or a number plate is no more than a stain then. */
const blurShare = 0.03;

/** A copy of a picture of a board in which all but the board is blurred; who stands before the board is in it. */
export async function maskPicture(pixels: Sharp, frame: Corners): Promise<Uint8Array> {
  const whole = await pixels.metadata();
  const { data, info } = await pixels
    .clone()
    .resize({ width: longestPx, height: longestPx, fit: 'inside', withoutEnlargement: true })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const copy = () => sharp(data, { raw: { width, height, channels: 3 } });
  const scale = width / whole.width;
  const points = frame.map(({ x, y }) => `${x * scale},${y * scale}`).join(' ');
  const shape = `<svg width="${width}" height="${height}"><polygon points="${points}"/></svg>`;
  const board = await copy()
    .ensureAlpha()
    .composite([{ input: Buffer.from(shape), blend: 'dest-in' }])
    .png()
    .toBuffer();
  const blurred = await copy()
    .blur(blurShare * Math.max(width, height))
    .png()
    .toBuffer();
  return sharp(blurred)
    .composite([{ input: board }])
    .jpeg({ quality: 85 })
    .toBuffer();
}
