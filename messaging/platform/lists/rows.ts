import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { CsvError, type CsvRow, createCsvReader } from '../../../campaigns/tables/csv.ts';
import { TableError, unreadableCsv } from '../../../campaigns/tables/table-error.ts';
import { largestWorkbookBytes, readXlsxRows } from '../../../campaigns/tables/xlsx-stream.ts';
import { workbookTooLarge } from '../../../campaigns/words/list-words.ts';
import { detectSeparator } from './columns.ts';
import { listText } from './list-text.ts';

/** Cells of one row; the number is that of the file, counted from 1. */
export interface Row {
  number: number;
  cells: readonly string[];
}

/** Longest row in characters. */
const longestRow = 16 * 1024;
const pieceBytes = 256 * 1024;

/**
 * Rows of a list: a workbook by its name or its first bytes, else csv, packed by gzip or not.
 * @throws TableError when it cannot be read
 */
export async function* listRows(path: string, fileName: string): AsyncGenerator<Row[]> {
  const isWorkbook = /\.xlsx$/i.test(fileName) || firstBytes(path).startsWith('PK\x03\x04');
  // Opened with the first row: a list that is refused before it may be deleted at once.
  if (isWorkbook) yield* xlsxRows(path);
  else yield* csvRows(createReadStream(path, { highWaterMark: pieceBytes }), statSync(path).size);
}

function firstBytes(path: string): string {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(4);
    return head.toString('latin1', 0, readSync(file, head, 0, head.length, 0));
  } finally {
    closeSync(file);
  }
}

/**
 * Rows of a csv in batches, in constant memory: in UTF-8 or UTF-16, packed by gzip or not, its cells separated by comma,
 * semicolon, tab or pipe.
 * @param size of the source in bytes, which bounds what it may unpack to
 * @throws TableError when it cannot be unpacked, a row is too long or a quote is broken, with its place
 */
export async function* csvRows(source: Readable, size = 0): AsyncGenerator<Row[]> {
  let number = 0;
  const batch = (rows: readonly CsvRow[]): Row[] =>
    rows.map(({ cells }) => {
      number += 1;
      return { number, cells };
    });
  try {
    const { separator, named, texts } = await openText(listText(source, size));
    const reader = createCsvReader({ separator, keepsEmpty: true, longestRow });
    for await (const text of texts) {
      const rows = batch(reader.push(text));
      // A spreadsheet may state its separator in a separate row.
      if (named && rows[0]?.number === 1) rows.shift();
      if (rows.length > 0) yield rows;
    }
    const rows = batch(reader.end());
    if (rows.length > 0) yield rows;
  } catch (cause) {
    throw cause instanceof CsvError ? unreadableCsv(cause, longestRow) : cause;
  } finally {
    source.destroy();
  }
}

interface OpenText {
  separator: string;
  /** The first row names the separator, and holds nothing else. */
  named: boolean;
  texts: AsyncIterable<string>;
}

/** The separator, by what comes first, and the whole text. */
async function openText(texts: AsyncGenerator<string>): Promise<OpenText> {
  let head = '';
  let ended = false;
  while (!ended && head.length <= longestRow && !hasWholeRow(head)) {
    const { value, done } = await texts.next();
    if (done === true) ended = true;
    else head += value;
  }
  async function* all(): AsyncGenerator<string> {
    yield head;
    if (!ended) yield* texts;
  }
  const [first = ''] = head.replace(/^\uFEFF/, '').split(/[\r\n]/);
  const name = /^"?sep=(.)"?$/i.exec(first)?.[1];
  return { separator: name ?? detectSeparator(head), named: name !== undefined, texts: all() };
}

/** Whether a row that holds something has ended. */
function hasWholeRow(head: string): boolean {
  const start = head.search(/[^\s\uFEFF]/);
  return start >= 0 && /[\r\n]/.test(head.slice(start));
}

/**
 * Rows of a workbook's first sheet in batches. It is read whole, since its list of parts is at its end.
 * @throws TableError when it is no workbook, or one that is too large or too wide
 */
export async function* xlsxRows(path: string): AsyncGenerator<Row[]> {
  if (statSync(path).size > largestWorkbookBytes) {
    const megabytes = largestWorkbookBytes / 1024 ** 2;
    throw new TableError(workbookTooLarge(megabytes));
  }
  for await (const rows of readXlsxRows(readFileSync(path)))
    yield rows.map(({ line, cells }) => ({ number: line, cells }));
}
