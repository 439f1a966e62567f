import { createReadStream, readFileSync, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { CsvError, type CsvRow, createCsvReader } from '../../campaigns/tables/csv.ts';
import { unreadableCsv } from '../../campaigns/tables/csv-fault.ts';
import { TableError } from '../../campaigns/tables/table-error.ts';
import { largestWorkbookBytes, readXlsxRows } from '../../campaigns/tables/xlsx-stream.ts';

/** Cells of one row; the number is that of the file, counted from 1. */
export interface Row {
  number: number;
  cells: readonly string[];
}

/** Longest row in characters. */
const longestRow = 16 * 1024;
const pieceBytes = 256 * 1024;

/** Rows of a list by the kind that its name says. @throws TableError when it cannot be read */
export function listRows(path: string, fileName: string): AsyncGenerator<Row[]> {
  if (/\.xlsx$/i.test(fileName)) return xlsxRows(path);
  return csvRows(createReadStream(path, { highWaterMark: pieceBytes }));
}

/**
 * Rows of a csv in batches, in constant memory.
 * @throws TableError when a row is too long or a quote is broken, with its place
 */
export async function* csvRows(source: Readable): AsyncGenerator<Row[]> {
  const reader = createCsvReader({ keepsEmpty: true, longestRow });
  let number = 0;
  const batch = (rows: readonly CsvRow[]): Row[] =>
    rows.map(({ cells }) => {
      number += 1;
      return { number, cells };
    });
  try {
    for await (const text of source.setEncoding('utf8')) {
      const rows = batch(reader.push(text as string));
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

/**
 * Rows of a workbook's first sheet in batches. It is read whole, since its list of parts stands at its end.
 * @throws TableError when it is no workbook, or one that is too large or too wide
 */
export async function* xlsxRows(path: string): AsyncGenerator<Row[]> {
  if (statSync(path).size > largestWorkbookBytes) {
    const megabytes = largestWorkbookBytes / 1024 ** 2;
    throw new TableError({
      en: `Expected a workbook of at most ${megabytes} MB, got a larger one; save it as csv`,
      hi: `XLSX फाइल अधिकतम ${megabytes} MB की हो; बड़ी सूची को CSV में सहेजें`,
    });
  }
  for await (const rows of readXlsxRows(readFileSync(path)))
    yield rows.map(({ line, cells }) => ({ number: line, cells }));
}
