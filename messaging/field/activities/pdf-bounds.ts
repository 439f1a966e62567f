/** Sizes that a PDF's streams declare, read before anything of it is unpacked. */
export interface PdfBounds {
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
export function readPdfBounds(pdf: Buffer, mostStreams: number): PdfBounds {
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
