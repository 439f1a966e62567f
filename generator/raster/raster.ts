import sharp from 'sharp';
import type { Artwork } from '../artwork/artwork.ts';
import { type Ink, inkCmyk } from '../ink/palette.ts';
import type { Shape } from '../layout/drawing.ts';
import { writeSvg } from '../preview/svg.ts';
import { embedInJpeg } from './jpeg-profile.ts';
import { embedInTiff } from './tiff-profile.ts';

export type RasterFormat = 'tiff' | 'jpeg';

/**
 * Draws one side as a CMYK picture at its true size: flex as its printers take it, at the trim; paper with its bleed. The side is
 * drawn twice, once with cyan, magenta and yellow in the place of red, green and blue and once with key, and the
 * four planes are joined: every ink stays what the palette says, to the last digit.
 * @param profile CMYK profile that the file names as its meaning; embedded after the fact, so it alters nothing
 */
export async function renderRaster(
  shapes: readonly Shape[],
  {
    format: { trimMm, bleedMm },
    rasterDpi,
    stock,
  }: Pick<Artwork, 'format' | 'rasterDpi' | 'stock'>,
  { format, profile }: { format: RasterFormat; profile: Uint8Array },
): Promise<Buffer> {
  const over = stock === 'paper' ? bleedMm : 0;
  const width = trimMm.width + 2 * over;
  const height = trimMm.height + 2 * over;
  const widthPx = Math.round((width / 25.4) * rasterDpi);
  const heightPx = Math.round((height / 25.4) * rasterDpi);
  const view = { x: -over, y: -over, width, height, widthPx, heightPx };
  const draw = (colour: (ink: Ink) => string) =>
    sharp(Buffer.from(writeSvg(shapes, view, colour)), { limitInputPixels: false })
      .flatten({ background: '#000000' })
      .raw();
  const [chromatic, key] = await Promise.all([
    draw(chromaticColour).toBuffer(),
    draw(keyColour).extractChannel(0).toBuffer(),
  ]);
  const [cyan, magenta, yellow] = splitChannels(chromatic);
  release(chromatic);
  const raw = { width: widthPx, height: heightPx, channels: 1 as const };
  const joined = sharp(cyan, { raw, limitInputPixels: false })
    .joinChannel([magenta, yellow, key], { raw })
    .toColourspace('cmyk');
  if (format === 'tiff') {
    const perMm = rasterDpi / 25.4;
    joined.tiff({ compression: 'lzw', predictor: 'horizontal', xres: perMm, yres: perMm });
  } else {
    // Optimised coding would hold the coefficients of the whole picture: half a gigabyte for a board.
    joined.jpeg({ quality: 92, chromaSubsampling: '4:4:4', optimizeCoding: false });
  }
  const picture = await joined.toBuffer();
  for (const plane of [cyan, magenta, yellow, key]) release(plane);
  return format === 'tiff'
    ? embedInTiff(picture, profile)
    : embedInJpeg(picture, profile, rasterDpi);
}

function splitChannels(rgb: Buffer): [Buffer, Buffer, Buffer] {
  const pixels = rgb.length / 3;
  const split = (channel: number) => {
    const plane = Buffer.allocUnsafeSlow(pixels);
    for (let at = 0, from = channel; at < pixels; at += 1, from += 3)
      plane[at] = rgb[from] as number;
    return plane;
  };
  return [split(0), split(1), split(2)];
}

/** Gives a large buffer's memory back at once; waiting for the collector would let boards pile up. */
function release(buffer: Buffer): void {
  (buffer.buffer as ArrayBuffer).transfer(0);
}

function chromaticColour(ink: Ink): string {
  const [c, m, y] = inkCmyk(ink);
  return `#${[c, m, y].map(hex).join('')}`;
}

function keyColour(ink: Ink): string {
  return `#${hex(inkCmyk(ink)[3]).repeat(3)}`;
}

function hex(percent: number): string {
  return Math.round(percent * 2.55)
    .toString(16)
    .padStart(2, '0');
}
