type Cells = readonly (string | number)[];

/** Writes rows as csv for programs: every cell as it is, quoted only where it is needed; ends with a line end. */
export function formatCsv(rows: readonly Cells[]): string {
  return rows.map((cells) => `${cells.map(quote).join(',')}\n`).join('');
}

/** Byte order mark with which a csv for people begins, so that spreadsheets read Devanagari. */
export const sheetMark = '\uFEFF';

/** One line of a csv that people open in a spreadsheet (RFC 4180). */
export function sheetLine(cells: Cells): string {
  return `${cells.map((cell) => quote(harmless(cell))).join(',')}\r\n`;
}

/** A whole csv that people open in a spreadsheet. */
export function sheetCsv(rows: readonly Cells[]): string {
  return sheetMark + rows.map(sheetLine).join('');
}

function quote(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A cell that no spreadsheet takes for a formula: an apostrophe goes before what begins with =, +, -, @,
 * a tab or a line break (OWASP, CSV injection), also behind blanks and in full width.
 */
function harmless(cell: string | number): string | number {
  if (typeof cell === 'number') return cell;
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell;
}
