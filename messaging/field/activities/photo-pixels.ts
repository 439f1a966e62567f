import heicDecode from 'heic-decode';
import sharp, { type Sharp } from 'sharp';
import { isExhausted } from '../../platform/decoding/exhausted.ts';
import { PhotoError } from './photo-upload.ts';

/** A phone's picture has at most 50 million; no memory is given for more, even if a file claims it. */
const mostPixels = 51_000_000;
const leastSidePx = 200;
/** Nothing is read from a picture beyond this. */
const workingSidePx = 4000;

/**
 * Opens a picture, upright and no larger than what is worked with. Only its pixels live on: what else the file
 * holds (position, comments, a second file at its end) is in nothing that is made from it.
 * @throws PhotoError when it is not a picture, is damaged or is too large
 */
export async function openPixels(bytes: Buffer): Promise<Sharp> {
  const type = detectPhotoType(bytes);
  if (type === undefined) {
    throw new PhotoError('not-a-photo', 'Expected JPEG, PNG, WebP, AVIF or HEIC, got another file');
  }
  const opened = type === 'heic' ? await openHeic(bytes) : await openBySharp(bytes, type);
  const { data, info } = await reading(
    opened
      .rotate()
      .resize({
        width: workingSidePx,
        height: workingSidePx,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true }),
  );
  if (Math.min(info.width, info.height) < leastSidePx) {
    throw new PhotoError(
      'too-small',
      `Expected at least ${leastSidePx} pixels on each side, got ${info.width} × ${info.height}`,
    );
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

async function openBySharp(bytes: Buffer, type: 'jpeg' | 'png' | 'webp' | 'avif'): Promise<Sharp> {
  // For a WebP's canvas libvips asks for memory before it compares it with its limit.
  if (type === 'webp') refuseLarge(webpPixels(bytes));
  const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 });
  const { format, width, height } = await reading(image.metadata());
  const expected = type === 'avif' ? 'heif' : type;
  if (format !== expected) {
    throw new PhotoError(
      'not-a-photo',
      `Expected ${expected} as its first bytes say, got ${format}`,
    );
  }
  refuseLarge(width * height);
  return image;
}

async function openHeic(bytes: Uint8Array): Promise<Sharp> {
  const [first] = await reading(heicDecode.all({ buffer: bytes }));
  if (first === undefined)
    throw new PhotoError('damaged', 'Expected a picture in the HEIC file, got none');
  refuseLarge(first.width * first.height);
  const { width, height, data } = await reading(first.decode());
  return sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), {
    raw: { width, height, channels: 4 },
  });
}

/** @throws PhotoError when there are more than a phone's camera has */
export function refuseLarge(pixels: number): void {
  if (pixels <= mostPixels) return;
  throw new PhotoError(
    'too-many-pixels',
    `Expected at most ${mostPixels / 1e6} million pixels, got ${pixels / 1e6}`,
  );
}

async function reading<T>(result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (cause) {
    if (cause instanceof PhotoError || isExhausted(cause)) throw cause;
    const { message } = cause as Error;
    if (/pixel limit/i.test(message)) {
      throw new PhotoError(
        'too-many-pixels',
        `Expected at most ${mostPixels / 1e6} million pixels, got more`,
        { cause },
      );
    }
    throw new PhotoError(
      'damaged',
      `Expected a whole picture, got one that does not decode: ${message}`,
      { cause },
    );
  }
}

/** Kinds of pictures that are taken; told apart by their content, never by name or by what the sender says. */
type PhotoType = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic';

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** Reads the type from the first bytes; undefined for all that no camera makes: SVG, GIF, TIFF, PDF, HTML … */
export function detectPhotoType(bytes: Uint8Array): PhotoType | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64)).toString(
    'latin1',
  );
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'webp';
  if (!text.startsWith('ftyp', 4)) return undefined;
  const [brand = '', ...compatible] = [
    text.slice(8, 12),
    ...(text.slice(16).match(/.{4}/gs) ?? []),
  ];
  if (brand === 'avif' || brand === 'avis') return 'avif';
  if (heicBrands.includes(brand)) return compatible.includes('avif') ? 'avif' : 'heic';
  return undefined;
}

/** Pixels of a WebP by its header (RFC 9649): canvas, lossless or lossy frame; 0 for one that states none. */
function webpPixels(bytes: Buffer): number {
  if (bytes.length < 30) return 0;
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return (bytes.readUIntLE(24, 3) + 1) * (bytes.readUIntLE(27, 3) + 1);
    case 'VP8L': {
      const size = bytes.readUInt32LE(21);
      return ((size & 0x3fff) + 1) * (((size >>> 14) & 0x3fff) + 1);
    }
    default:
      return (bytes.readUInt16LE(26) & 0x3fff) * (bytes.readUInt16LE(28) & 0x3fff);
  }
}
