import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import exifr from 'exifr';
import type { Sharp } from 'sharp';
import { type Position, prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { type Luminance, measureDotPattern } from '../../../campaigns/activities/dot-pattern.ts';
import {
  type Fingerprint,
  makeFingerprint,
  thumbSide,
} from '../../../campaigns/activities/fingerprint.ts';
import { findEditor, photoTags } from '../../../campaigns/activities/photo-tags.ts';
import { toInstant } from '../../../campaigns/tracker/clock.ts';
import { isPdf, openPages } from './document-pages.ts';
import { detectPhotoType, openPixels } from './photo-pixels.ts';
import { PhotoError } from './photo-upload.ts';

/** Everything that is known of a picture, and the copy that is kept. */
export interface ReadPhoto {
  sourceSha256: string;
  /** The kept copy: JPEG, at most 2,000 pixels on a side, without anything that the phone wrote in. */
  jpeg: Uint8Array;
  sha256: string;
  width: number;
  height: number;
  takenAt: Date | null;
  position: { lon: number; lat: number } | null;
  /** The editor of pictures that the file names. */
  editor: string | null;
  /** The file says more than its pixels, as those of cameras and programs do. */
  hasNotes: boolean;
  /** Texts of the QR codes in it, and the side of the largest as a part of the picture's shorter one. */
  texts: string[];
  codeShare: number;
  fingerprint: Fingerprint;
  /** By `measureDotPattern`. */
  dotPattern: number;
}

const keptSidePx = 2000;
/** Several pages below each other. */
const longestPaperPx = 9000;

/** @throws PhotoError when it cannot be taken */
export async function readPhoto(bytes: Buffer): Promise<ReadPhoto> {
  const pixels = await openPixels(bytes);
  const { takenAt, position, editor, hasNotes } = await readExif(bytes);
  const { texts, share: codeShare } = await readCodes(pixels);
  const thumb = await pixels
    .clone()
    .resize(thumbSide, thumbSide, { fit: 'fill', kernel: 'cubic' })
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return {
    sourceSha256: sha256(bytes),
    ...(await keptCopy(pixels, keptSidePx)),
    takenAt,
    position,
    editor,
    hasNotes,
    texts,
    codeShare,
    fingerprint: makeFingerprint(thumb),
    dotPattern: measureDotPattern(await readLuminance(pixels)),
  };
}

async function readLuminance(pixels: Sharp): Promise<Luminance> {
  const { data, info } = await pixels
    .clone()
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { values: data, width: info.width, height: info.height };
}

/** The copy of a paper that is kept: a JPEG without anything else that was in the file. */
export type PaperCopy = Pick<ReadPhoto, 'jpeg' | 'sha256' | 'width' | 'height'>;

/**
 * Makes the copy of a certificate or a cutting. Its pages are placed below each other; where and when it was photographed
 * is ignored.
 * @throws PhotoError when it is neither a picture nor a PDF that can be taken
 */
export async function copyPaper(bytes: Buffer): Promise<PaperCopy> {
  if (isPdf(bytes)) return keptCopy(await openPages(bytes), longestPaperPx);
  if (detectPhotoType(bytes) === undefined) {
    throw new PhotoError('not-a-paper', 'Expected a picture or a PDF, got another file');
  }
  return keptCopy(await openPixels(bytes), keptSidePx);
}

async function keptCopy(pixels: Sharp, longestPx: number): Promise<PaperCopy> {
  const { data: jpeg, info } = await pixels
    .clone()
    .resize({ width: keptSidePx, height: longestPx, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer({ resolveWithObject: true });
  return { jpeg, sha256: sha256(jpeg), width: info.width, height: info.height };
}

/** A phone's word about place and time is a hint: without it, or with a damaged one, the picture is as good. */
async function readExif(
  bytes: Uint8Array,
): Promise<Pick<ReadPhoto, 'takenAt' | 'position' | 'editor' | 'hasNotes'>> {
  const tags = (await exifr.parse(bytes, photoTags).catch(() => undefined)) as
    | { DateTimeOriginal?: unknown; Software?: unknown; latitude?: unknown; longitude?: unknown }
    | undefined;
  const all = await exifr.parse(bytes, { xmp: true, mergeOutput: true }).catch(() => undefined);
  return {
    takenAt: takenAt(tags?.DateTimeOriginal),
    position: position(tags),
    editor: findEditor(tags?.Software),
    hasNotes: all !== undefined && Object.keys(all).length > 0,
  };
}

/** Phones write their local time; here it is that of India. */
function takenAt(written: unknown): Date | null {
  const [, day, time] = /^(\d{4}:\d\d:\d\d) (\d\d:\d\d:\d\d)/.exec(String(written ?? '')) ?? [];
  if (day === undefined || time === undefined) return null;
  const instant = toInstant(day.replaceAll(':', '-'), time);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

function position(tags: { latitude?: unknown; longitude?: unknown } | undefined) {
  const { latitude: lat, longitude: lon } = tags ?? {};
  if (typeof lat !== 'number' || typeof lon !== 'number') return null;
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180) || (lat === 0 && lon === 0)) return null;
  return { lon, lat };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

interface Step {
  sidePx: number;
  prepare: (image: Sharp) => Sharp;
}

/**
 * Tried until a code is read, the quick and likely first: as it is, with its light stretched (dark), smoothed
 * (noise), evened out by parts (shade, glare), in full size (far away), sharpened (blur).
 */
const steps: readonly Step[] = [
  { sidePx: 1600, prepare: (image) => image },
  { sidePx: 1600, prepare: stretched },
  { sidePx: 800, prepare: stretched },
  { sidePx: 1600, prepare: (image) => stretched(image.median(3)) },
  { sidePx: 1600, prepare: (image) => image.clahe({ width: 64, height: 64, maxSlope: 4 }) },
  { sidePx: 3000, prepare: (image) => image },
  { sidePx: 3000, prepare: stretched },
  { sidePx: 1600, prepare: (image) => stretched(image).sharpen({ sigma: 3, m1: 3, m2: 6 }) },
  { sidePx: 800, prepare: (image) => image.clahe({ width: 32, height: 32, maxSlope: 4 }) },
];

let prepared = false;

/** QR codes in a picture, and the side of the largest as a part of the picture's shorter one. */
interface ReadCodes {
  texts: string[];
  share: number;
}

/** No codes when no way of looking at the picture finds one. */
async function readCodes(image: Sharp): Promise<ReadCodes> {
  prepare();
  for (const step of steps) {
    const found = await readStep(image, step);
    if (found.texts.length > 0) return found;
  }
  return { texts: [], share: 0 };
}

async function readStep(image: Sharp, { sidePx, prepare: change }: Step): Promise<ReadCodes> {
  const grey = image
    .clone()
    .resize({ width: sidePx, height: sidePx, fit: 'inside' })
    .greyscale()
    .toColourspace('b-w');
  const { data, info } = await change(grey).raw().toBuffer({ resolveWithObject: true });
  const pixels = new Uint32Array(info.width * info.height);
  for (let at = 0; at < pixels.length; at += 1) {
    // Words are little-endian: the highest byte is the alpha.
    pixels[at] = 0xff_00_00_00 | ((data[at * info.channels] as number) * 0x01_01_01);
  }
  const rgba = new Uint8ClampedArray(pixels.buffer);
  const found = await readBarcodes(
    { data: rgba, width: info.width, height: info.height, colorSpace: 'srgb' } as ImageData,
    {
      formats: ['QRCode'],
      tryHarder: true,
      tryRotate: true,
      tryInvert: false,
      maxNumberOfSymbols: 8,
    },
  );
  const valid = found.filter(({ isValid }) => isValid);
  const largestPx = Math.max(0, ...valid.map(({ position }) => measureSide(position)));
  return {
    texts: [...new Set(valid.map(({ text }) => text))],
    share: largestPx / Math.min(info.width, info.height),
  };
}

/** Mean of its four sides. */
function measureSide({ topLeft, topRight, bottomRight, bottomLeft }: Position): number {
  const corners = [topLeft, topRight, bottomRight, bottomLeft, topLeft];
  const sides = corners
    .slice(1)
    .map((to, at) => Math.hypot(to.x - (corners[at]?.x ?? 0), to.y - (corners[at]?.y ?? 0)));
  return sides.reduce((sum, side) => sum + side, 0) / sides.length;
}

function stretched(image: Sharp): Sharp {
  return image.normalise({ lower: 2, upper: 98 });
}

/** The reader is handed its program, which it would ask a server for otherwise. */
function prepare(): void {
  if (prepared) return;
  const path = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const bytes = readFileSync(path);
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  prepareZXingModule({ overrides: { wasmBinary } });
  prepared = true;
}
