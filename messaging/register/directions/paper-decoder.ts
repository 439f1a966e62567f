import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import sharp, { type Region, type Sharp } from 'sharp';
import { unpackBytes, unpackWhole, zipEntries } from '../../../campaigns/tables/zip-entries.ts';
import { fileTypes } from '../../contract/file-types.ts';
import { somePage } from '../../field/activities/document-pages.ts';
import { openPixels } from '../../field/activities/photo-pixels.ts';
import { isExhausted } from '../../platform/decoding/exhausted.ts';

/** Reads the type and hash of a paper, and whether anything is on it. It is kept as it came. */
export async function decode({ path }: { path: string }) {
  const bytes = readFileSync(path);
  const type = paperType(bytes);
  return {
    type,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    isWritten: type !== null && (await isWritten(bytes, type)),
  };
}

/**
 * The content type of a PDF, DOCX, XLSX, JPEG or PNG, by its first bytes, as a name says nothing; null for anything else,
 * macros among it.
 */
function paperType(bytes: Buffer): string | null {
  const starts = (head: readonly number[]) => head.every((byte, index) => bytes[index] === byte);
  if (bytes.subarray(0, 1024).includes('%PDF-')) return fileTypes.pdf;
  if (starts([0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (!starts([0x50, 0x4b, 0x03, 0x04]) || bytes.includes('vbaProject.bin')) return null;
  // Names of a ZIP's entries are not compressed.
  if (bytes.includes('word/document.xml')) return fileTypes.docx;
  return bytes.includes('xl/workbook.xml') ? fileTypes.xlsx : null;
}

/** Letters and digits of the shortest report. */
const leastLetters = 20;
const letters = /[\p{L}\p{M}\p{N}]/gu;
const markup = /<[^<>]*>/g;
/** A page scanned at 75 dots an inch is 620 pixels wide. */
const leastScanPx = 600;
/** Deviation of grey on an empty page with a stain; a page with one line of words has four times as much. */
const leastContrast = 4;
/** Sides of a page, short by long: between a phone's narrow picture of one and less than a square, as emblems are. */
const pageShape = { least: 0.5, most: 0.9 };
/** Into as many bands a page is cut, of which more than half have marks. */
const bands = 12;
const mostTextBytes = 16 * 1024 ** 2;
const mostParts = 6;
/** The least that a page scanned into a letter takes. */
const leastScanBytes = 20_000;

/** Whether a page can be opened that has words, or a picture of a page. */
async function isWritten(bytes: Buffer, type: string): Promise<boolean> {
  try {
    if (type === fileTypes.pdf)
      return await somePage(
        bytes,
        async ({ text, draw }) => hasWords(text) || (await draw().then(isPageScan, isUnreadable)),
      );
    if (type.startsWith('image/')) return await isScan(await openPixels(bytes));
    return hasWrittenPart(bytes) || (await hasScannedPage(bytes));
  } catch (error) {
    if (isExhausted(error)) throw error;
    return false;
  }
}

/** A page that cannot be drawn says nothing of the next one. */
function isUnreadable(error: unknown): false {
  if (isExhausted(error)) throw error;
  return false;
}

const hasWords = (text: string) => (text.match(letters) ?? []).length >= leastLetters;

async function isScan(picture: Sharp): Promise<boolean> {
  const { width, height } = await picture.metadata();
  return Math.min(width, height) >= leastScanPx && hasContrast(picture);
}

async function hasContrast(picture: Sharp): Promise<boolean> {
  const { data, info } = await toGrey(picture);
  const { channels } = await sharp(data, { raw: info }).stats();
  return (channels[0]?.stdev ?? 0) >= leastContrast;
}

/** A picture on white, a byte a pixel. */
const toGrey = (picture: Sharp) =>
  picture
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });

const written = /^(?:word\/document\.xml|xl\/sharedStrings\.xml|xl\/worksheets\/[^/]+\.xml)$/;

function hasWrittenPart(bytes: Buffer): boolean {
  const parts = [...zipEntries(bytes)].filter(([name]) => written.test(name)).slice(0, mostParts);
  const text = parts.map(([, entry]) =>
    entry.bytes > mostTextBytes ? '' : unpackWhole(bytes, entry).replaceAll(markup, ' '),
  );
  return hasWords(text.join(' '));
}

/** Whether a letter without words has a picture of a page: neither a letterhead nor an emblem. */
async function hasScannedPage(bytes: Buffer): Promise<boolean> {
  const pictures = [...zipEntries(bytes)]
    .filter(([name]) => name.startsWith('word/media/'))
    .filter(
      ([, { packedBytes, bytes }]) => packedBytes >= leastScanBytes && bytes <= mostTextBytes,
    );
  for (const [, entry] of pictures.slice(0, mostParts)) {
    const isPage = await openPixels(unpackBytes(bytes, entry)).then(isPageScan).catch(isUnreadable);
    if (isPage) return true;
  }
  return false;
}

async function isPageScan(picture: Sharp): Promise<boolean> {
  const { width, height } = await picture.metadata();
  const shape = Math.min(width, height) / Math.max(width, height);
  const isShaped = shape >= pageShape.least && shape <= pageShape.most;
  return isShaped && (await isScan(picture)) && hasMarksAllOver(picture);
}

/** Whether most of a picture has marks, from above to below and from side to side. */
async function hasMarksAllOver(picture: Sharp): Promise<boolean> {
  const { data, info } = await toGrey(picture);
  const { width, height } = info;
  const countMarked = async (bandOf: (at: number) => Partial<Region>) => {
    const marked = await Promise.all(
      Array.from({ length: bands }, (_, at) => {
        const band = { left: 0, top: 0, width, height, ...bandOf(at) };
        return hasContrast(sharp(data, { raw: info }).extract(band));
      }),
    );
    return marked.filter(Boolean).length;
  };
  const [across, down] = [Math.floor(width / bands), Math.floor(height / bands)];
  const rows = await countMarked((at) => ({
    top: Math.floor((at / bands) * height),
    height: down,
  }));
  const columns = await countMarked((at) => ({
    left: Math.floor((at / bands) * width),
    width: across,
  }));
  return Math.min(rows, columns) > bands / 2;
}
