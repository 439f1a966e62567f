import sharp from 'sharp';
import type { Artwork } from '../artwork/artwork.ts';
import { type Ink, inkCmyk } from '../ink/palette.ts';
import type { Shape } from '../layout/drawing.ts';
import { writeSvg } from '../preview/svg.ts';

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

const signature = Buffer.from('ICC_PROFILE\0', 'latin1');
/** A marker segment holds 65,533 bytes, signature and numbering included (ICC.1, annex B.4). */
const chunkBytes = 65_533 - signature.length - 2;

/**
 * Adds resolution and colour profile to a JPEG without touching its pixels: an Exif segment and numbered profile
 * segments behind the start marker.
 * @throws when the file is not a JPEG
 */
export function embedInJpeg(jpeg: Buffer, profile: Uint8Array, dpi: number): Buffer {
  if (jpeg.readUInt16BE(0) !== 0xffd8)
    throw new Error('Expected a JPEG to embed a profile in, got another file');
  const chunks: Buffer[] = [];
  const total = Math.ceil(profile.length / chunkBytes);
  for (let index = 0; index < total; index += 1) {
    const piece = profile.subarray(index * chunkBytes, (index + 1) * chunkBytes);
    chunks.push(segment(0xe2, Buffer.concat([signature, Buffer.from([index + 1, total]), piece])));
  }
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xe1, exifResolution(dpi)),
    ...chunks,
    jpeg.subarray(2),
  ]);
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** Exif with three entries: horizontal and vertical resolution, in dots an inch. */
function exifResolution(dpi: number): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 3 * 12 + 4 + 16);
  tiff.write('II', 0, 'latin1');
  tiff.writeUInt16LE(42, 2);
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(3, 8);
  const values = 8 + 2 + 3 * 12 + 4;
  const entries: [tag: number, type: number, value: number][] = [
    [0x011a, 5, values],
    [0x011b, 5, values + 8],
    [0x0128, 3, 2],
  ];
  for (const [index, [tag, type, value]] of entries.entries()) {
    const at = 10 + index * 12;
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(1, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  }
  for (const at of [values, values + 8]) {
    tiff.writeUInt32LE(dpi, at);
    tiff.writeUInt32LE(1, at + 4);
  }
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

const iccProfileTag = 34675;
const undefinedType = 7;
const entryBytes = 12;

/**
 * Adds a colour profile to a little-endian TIFF without touching its pixels: the profile and a new directory that
 * names it go to the end of the file (TIFF 6.0, section 2; tag 34675 of ICC.1, annex B).
 * @throws when the file is not a classic little-endian TIFF
 */
export function embedInTiff(tiff: Buffer, profile: Uint8Array): Buffer {
  if (tiff.toString('latin1', 0, 2) !== 'II' || tiff.readUInt16LE(2) !== 42) {
    throw new Error(
      'Expected a classic little-endian TIFF to embed a profile in, got another file',
    );
  }
  const directory = tiff.readUInt32LE(4);
  const count = tiff.readUInt16LE(directory);
  const entries = Array.from({ length: count }, (_, index) => {
    const at = directory + 2 + index * entryBytes;
    return tiff.subarray(at, at + entryBytes);
  }).filter((entry) => entry.readUInt16LE(0) !== iccProfileTag);
  const padding = tiff.length % 2;
  const profileAt = tiff.length + padding;
  const profileEntry = Buffer.alloc(entryBytes);
  profileEntry.writeUInt16LE(iccProfileTag, 0);
  profileEntry.writeUInt16LE(undefinedType, 2);
  profileEntry.writeUInt32LE(profile.length, 4);
  profileEntry.writeUInt32LE(profileAt, 8);
  const sorted = [...entries, profileEntry].sort((a, b) => a.readUInt16LE(0) - b.readUInt16LE(0));
  const head = Buffer.alloc(2);
  head.writeUInt16LE(sorted.length);
  const profilePadding = profile.length % 2;
  const out = Buffer.concat([
    tiff,
    Buffer.alloc(padding),
    profile,
    Buffer.alloc(profilePadding),
    head,
    ...sorted,
    Buffer.alloc(4),
  ]);
  out.writeUInt32LE(profileAt + profile.length + profilePadding, 4);
  return out;
}
