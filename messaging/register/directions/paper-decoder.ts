import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileTypes } from '../../contract/file-types.ts';

/** Reads the type and hash of a paper. It is kept as it came, and unpacked by nobody here. */
export async function decode({ path }: { path: string }) {
  const bytes = readFileSync(path);
  return { type: paperType(bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
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
