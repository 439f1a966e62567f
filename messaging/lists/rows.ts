import type { Readable } from 'node:stream';
import excel from 'exceljs';
import { CsvError, type CsvRow, createCsvReader } from '../../campaigns/tables/csv.ts';

/** Cells of one row; the number is that of the file, counted from 1. */
export interface Row {
  number: number;
  cells: readonly string[];
}

/** Longest row in characters. */
const longestRow = 16 * 1024;
const batchRows = 2000;

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
 * Rows of a workbook's first sheet in batches, streamed: only its table of shared texts stays in memory.
 * @throws when it is no workbook
 */
export async function* xlsxRows(source: Readable): AsyncGenerator<Row[]> {
  const workbook = new excel.stream.xlsx.WorkbookReader(source, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'ignore',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  let batch: Row[] = [];
  let sheets = 0;
  try {
    for await (const sheet of workbook) {
      sheets += 1;
      if (sheets > 1) break;
      for await (const row of sheet) {
        const cells: string[] = [];
        row.eachCell({ includeEmpty: true }, (cell, column) => {
          cells[column - 1] = cell.text;
        });
        batch.push({ number: row.number, cells: Array.from(cells, (text) => text ?? '') });
        if (batch.length === batchRows) {
          yield batch;
          batch = [];
        }
      }
    }
  } catch (cause) {
    throw new Error('Expected an xlsx workbook, got a file that cannot be read as one', { cause });
  } finally {
    source.destroy();
  }
  if (sheets === 0) throw new Error('Expected a sheet in the workbook, got none');
  if (batch.length > 0) yield batch;
}
