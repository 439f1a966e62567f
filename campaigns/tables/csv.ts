/** One row of a csv file with the line on which it starts, counted from 1. */
export type CsvRow = { line: number; cells: string[] };

/**
 * Splits csv text by RFC 4180: quoted cells may hold the separator, doubled quotes and line ends.
 * Lines that are wholly empty are left out; a byte order mark is dropped.
 * @throws when a quote is never closed, or when text follows a closing quote
 */
export function parseCsv(text: string, separator = ','): CsvRow[] {
  const rows: CsvRow[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const row: CsvRow = { line, cells: [] };
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at, line) : plainCell(text, at, separator);
      row.cells.push(cell.value);
      at = cell.end;
      line += cell.lineEnds;
      if (text[at] !== separator) break;
      at += 1;
    }
    if (at < text.length && text[at] !== '\n' && text[at] !== '\r') {
      throw new Error(
        `Expected a separator after the closing quote in line ${line}, got "${text[at]}"`,
      );
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push(row);
  }
  return rows;
}

/** Writes rows as csv, quoting only where it is needed; ends with a line end. */
export function formatCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
}

type Cell = { value: string; end: number; lineEnds: number };

function plainCell(text: string, start: number, separator: string): Cell {
  let end = start;
  while (end < text.length) {
    const char = text[end];
    if (char === separator || char === '\n' || char === '\r') break;
    end += 1;
  }
  return { value: text.slice(start, end), end, lineEnds: 0 };
}

function quotedCell(text: string, start: number, line: number): Cell {
  let from = start + 1;
  let value = '';
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) {
      throw new Error(`Expected a closing quote for the cell that opens in line ${line}, got none`);
    }
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      return { value, end: quote + 1, lineEnds: value.split('\n').length - 1 };
    }
    value += '"';
    from = quote + 2;
  }
}

function csvCell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
