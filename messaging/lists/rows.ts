import type { Readable } from 'node:stream';
import { CsvError, type CsvRow, createCsvReader } from '../../campaigns/tables/csv.ts';
import { TableError } from '../../campaigns/tables/table-error.ts';
import { largestWorkbookBytes, readXlsxRows } from '../../campaigns/tables/xlsx-stream.ts';

/** Cells of one row; the number is that of the file, counted from 1. */
export interface Row {
  number: number;
  cells: readonly string[];
}

/** Longest row in characters. */
const longestRow = 16 * 1024;

/**
 * Rows of a csv in batches, in constant memory.
 * @throws when a row is too long or a quote is not closed, with its row
 */
export async function* csvRows(source: Readable): AsyncGenerator<Row[]> {
  const reader = createCsvReader({ relaxed: true, keepsEmpty: true, longestRow });
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
    if (!(cause instanceof CsvError)) throw cause;
    throw new Error(
      `Expected rows of at most ${longestRow} characters with every quote closed, got another after row ${number}`,
      { cause },
    );
  } finally {
    source.destroy();
  }
}

/**
 * Rows of a workbook's first sheet in batches.
 * @throws TableError when it is no workbook, or one that is too large or too wide
 */
export async function* xlsxRows(source: Readable): AsyncGenerator<Row[]> {
  const archive = await collect(source);
  for await (const rows of readXlsxRows(archive))
    yield rows.map(({ line, cells }) => ({ number: line, cells }));
}

/** A workbook is read from its end, where its list of parts stands. */
async function collect(source: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > largestWorkbookBytes) {
      const megabytes = largestWorkbookBytes / 1024 ** 2;
      throw new TableError({
        en: `Expected a workbook of at most ${megabytes} MB, got a larger one; save it as csv`,
        hi: `XLSX फाइल अधिकतम ${megabytes} MB की हो; बड़ी सूची को CSV में सहेजें`,
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
