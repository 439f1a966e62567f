import type { PDFiumDocument, PDFiumPage } from '@hyzyla/pdfium';
import sharp, { type Sharp } from 'sharp';
import { isExhausted, withWasmMb } from '../../platform/decoding/exhausted.ts';
import { refuseLarge } from './photo-pixels.ts';
import { PhotoError } from './photo-upload.ts';

const mostPages = 4;
/** A page of a newspaper with all its letters and lines has some ten thousand, in a few hundred streams. */
const mostObjects = 50_000;
const mostStreams = 10_000;
/** Four pages scanned at 600 dpi take 200 MB. */
const mostPdfMb = 256;
const pageWidthPx = 1400;
/** A roll of paper is not a page. */
const longestPagePx = 6000;
const gapPx = 20;

/** Some megabytes that a service has no use for until somebody hands a PDF in. */
let library: ReturnType<typeof startPdfium> | undefined;

export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 5)).equals(
    Buffer.from('%PDF-'),
  );
}

/**
 * The pages of a PDF below each other as one picture. Nothing else of the file lives on: its scripts, attachments, comments
 * and what it says of its writer are in no pixel.
 * @throws PhotoError when it cannot be opened, asks for a password or has too many pages
 */
export function openPages(bytes: Buffer): Promise<Sharp> {
  return withPdf(bytes, async (document) => {
    const count = document.getPageCount();
    if (count < 1 || count > mostPages) {
      throw new PhotoError('too-many-pages', `Expected 1 to ${mostPages} pages, got ${count}`);
    }
    const pages: Rendered[] = [];
    for (const page of document.pages()) pages.push(await renderPage(page));
    return stack(pages);
  });
}

/** Whether one of the first pages passes, by its text or by how it looks. */
export function somePage(
  bytes: Buffer,
  passes: (page: { text: string; draw: () => Promise<Sharp> }) => Promise<boolean>,
): Promise<boolean> {
  return withPdf(bytes, async (document) => {
    for (let at = 0; at < Math.min(mostPages, document.getPageCount()); at += 1) {
      const page = document.getPage(at);
      const draw = async () => stack([await renderPage(page)]);
      if (await passes({ text: page.getText(), draw })) return true;
    }
    return false;
  });
}

/** Opens a PDF whose parts are bounded. */
async function withPdf<Result>(
  bytes: Buffer,
  work: (document: PDFiumDocument) => Promise<Result>,
): Promise<Result> {
  const { streams, largestPixels } = readPdfBounds(bytes, mostStreams);
  if (streams > mostStreams)
    throw new PhotoError('too-many-parts', `Expected at most ${mostStreams} streams, got more`);
  refuseLarge(largestPixels);
  return withWasmMb(mostPdfMb, async () => {
    library ??= startPdfium();
    const document = await open(await library, bytes);
    try {
      return await work(document);
    } finally {
      document.destroy();
    }
  });
}

interface Rendered {
  data: Uint8Array;
  width: number;
  height: number;
}

async function renderPage(page: PDFiumPage): Promise<Rendered> {
  if (page.getObjectCount() > mostObjects)
    throw new PhotoError('too-many-parts', `Expected at most ${mostObjects} on a page, got more`);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = pageWidthPx / originalWidth;
  if (!(originalHeight * scale >= 1 && originalHeight * scale <= longestPagePx)) {
    throw new PhotoError(
      'damaged',
      `Expected a page, got one of ${originalWidth} × ${originalHeight} points`,
    );
  }
  return page.render({ scale, render: 'bitmap' });
}

async function startPdfium() {
  const { PDFiumLibrary: Library } = await import('@hyzyla/pdfium');
  return Library.init();
}

async function open(pdfium: Awaited<ReturnType<typeof startPdfium>>, bytes: Uint8Array) {
  try {
    return await pdfium.loadDocument(bytes);
  } catch (cause) {
    if (isExhausted(cause)) throw cause;
    const { message } = cause as Error;
    if (/password|security/i.test(message)) {
      throw new PhotoError('locked', 'Expected a PDF without a password, got a locked one', {
        cause,
      });
    }
    throw new PhotoError(
      'damaged',
      `Expected a whole PDF, got one that does not open: ${message}`,
      {
        cause,
      },
    );
  }
}

function stack(pages: readonly Rendered[]): Sharp {
  const width = Math.max(...pages.map((page) => page.width));
  const height = pages.reduce((sum, page) => sum + page.height + gapPx, -gapPx);
  let top = 0;
  const layers = pages.map((page) => {
    const layer = {
      input: Buffer.from(page.data.buffer, page.data.byteOffset, page.data.byteLength),
      raw: { width: page.width, height: page.height, channels: 4 as const },
      left: 0,
      top,
    };
    top += page.height + gapPx;
    return layer;
  });
  return sharp({ create: { width, height, channels: 3, background: '#888888' } }).composite(layers);
}

/** Sizes that a PDF's streams declare, read before anything of it is unpacked. */
interface PdfBounds {
  streams: number;
  /** Pixels of the largest picture, drawn or masked; 0 without any. */
  largestPixels: number;
}

/** Longest dictionary that is looked at; a picture's has some hundred characters. */
const longestDictionary = 4000;
const width = /\/Width\s*(\d{1,9})/;
const height = /\/Height\s*(\d{1,9})/;

/**
 * Reads the heads of streams. They are uncompressed in the file, even if other objects are in a compressed stream
 * (ISO 32000-1, 7.5.7). Limits of the process bound a file that gives its sizes elsewhere or under escaped names.
 * @param mostStreams after so many it looks no further
 */
function readPdfBounds(pdf: Buffer, mostStreams: number): PdfBounds {
  const bounds: PdfBounds = { streams: 0, largestPixels: 0 };
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue;
    bounds.streams += 1;
    if (bounds.streams > mostStreams) break;
    const before = pdf.toString('latin1', Math.max(0, at - longestDictionary), at);
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    const pixels = sizeIn(dictionary, width) * sizeIn(dictionary, height);
    bounds.largestPixels = Math.max(bounds.largestPixels, pixels);
  }
  return bounds;
}

function sizeIn(dictionary: string, size: RegExp): number {
  return Number(size.exec(dictionary)?.[1] ?? 0);
}
