import { createHash } from 'node:crypto';
import exifr from 'exifr';
import sharp, { type Sharp } from 'sharp';
import type { LikenessKind } from '../../../campaigns/activities/board-likeness.ts';
import { type Luminance, measureDotPattern } from '../../../campaigns/activities/dot-pattern.ts';
import {
  type Fingerprint,
  makeFingerprint,
  thumbSide,
} from '../../../campaigns/activities/fingerprint.ts';
import { findEditor, photoTags } from '../../../campaigns/activities/photo-tags.ts';
import { toInstant } from '../../../campaigns/tracker/clock.ts';
import { type BoardArtwork, compareWithArtworks } from '../board-pictures/compare-pictures.ts';
import type { Corners } from '../board-pictures/homography.ts';
import { readCodes } from '../board-pictures/read-codes.ts';
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
  /** The verdict on the board whose artwork it was compared with; null where that one's code is not in it. */
  likeness: LikenessKind | null;
  /** A copy in which all but the board is blurred, where one is asked for and the board was compared. */
  masked: Uint8Array | null;
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

/** Artworks with which the board in a picture is compared, and whether a copy that shows nothing else is made. */
export interface PhotoComparison {
  artworks: readonly BoardArtwork[];
  isMasked?: boolean;
}

/** @throws PhotoError when it cannot be taken */
export async function readPhoto(
  bytes: Buffer,
  { artworks, isMasked = false }: PhotoComparison,
): Promise<ReadPhoto> {
  const pixels = await openPixels(bytes);
  const { takenAt, position, editor, hasNotes } = await readExif(bytes);
  const codes = await readCodes(pixels);
  const likeness = await compareWithArtworks(pixels, codes, artworks);
  return {
    sourceSha256: sha256(bytes),
    ...(await keptCopy(pixels, keptSidePx)),
    takenAt,
    position,
    editor,
    hasNotes,
    likeness: likeness?.kind ?? null,
    masked: isMasked && likeness !== null ? await maskPicture(pixels, likeness.frame) : null,
    texts: [...new Set(codes.map(({ text }) => text))],
    codeShare: Math.max(0, ...codes.map(({ share }) => share)),
    fingerprint: await readFingerprint(pixels),
    dotPattern: measureDotPattern(await readLuminance(pixels)),
  };
}

export async function readFingerprint(pixels: Sharp): Promise<Fingerprint> {
  const thumb = await pixels
    .clone()
    .resize(thumbSide, thumbSide, { fit: 'fill', kernel: 'cubic' })
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return makeFingerprint(thumb);
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

const longestPx = 1600;
/** Of the longer side: a face or a number plate is no more than a stain then. */
const blurShare = 0.03;

/** A copy of a picture of a board in which all but the board is blurred; who stands before the board is in it. */
async function maskPicture(pixels: Sharp, frame: Corners): Promise<Uint8Array> {
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
