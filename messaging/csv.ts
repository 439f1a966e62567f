/** Byte order mark, so that spreadsheets read Devanagari. */
export const csvMark = '\uFEFF';

/** One line of csv (RFC 4180). */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * A cell that no spreadsheet takes for a formula: an apostrophe goes before what begins with =, +, -, @,
 * a tab or a line break (OWASP, CSV injection), also behind blanks and in full width.
 */
function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
