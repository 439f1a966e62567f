import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import excel from 'exceljs';

/** Cells of one row; the number is that of the file, counted from 1. */
export interface Row {
  number: number;
  cells: readonly string[];
}

/** Longest row; a quote that is never closed would otherwise swallow the file. */
const longestRowBytes = 16 * 1024;
const batchRows = 2000;

/**
 * Rows of a csv in batches, in constant memory.
 * @throws when a row is too long or a quote is not closed, with its row
 */
export async function* csvRows(source: Readable): AsyncGenerator<Row[]> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: longestRowBytes,
  });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let batch: Row[] = [];
  let number = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      batch.push({ number, cells });
      if (batch.length === batchRows) {
        yield batch;
        batch = [];
      }
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new Error(
      `Expected rows of at most ${longestRowBytes} bytes with every quote closed, got another after row ${number}`,
      { cause },
    );
  } finally {
    source.unpipe(parser);
    source.destroy();
  }
  if (batch.length > 0) yield batch;
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
