/** What a paper of the register may be, by its first bytes: a name says nothing. */
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The content type of a PDF, DOCX, XLSX, JPEG or PNG; null for anything else, macros among it. */
export function paperType(bytes: Buffer): string | null {
  const starts = (head: readonly number[]) => head.every((byte, index) => bytes[index] === byte);
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'application/pdf';
  if (starts([0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (!starts([0x50, 0x4b, 0x03, 0x04]) || bytes.includes('vbaProject.bin')) return null;
  // Names of a ZIP's entries stand in it uncompressed.
  if (bytes.includes('word/document.xml')) return docx;
  return bytes.includes('xl/workbook.xml') ? xlsx : null;
}
