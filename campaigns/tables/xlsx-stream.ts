import type { CsvRow } from './csv.ts';
import { TableError } from './table-error.ts';
import { createRowReader, createStringReader, mostColumns, visibleSheets } from './xlsx-cells.ts';
import { createTagScanner, type Tag } from './xlsx-xml.ts';
import { unpackEntry, type ZipEntry, zipEntries } from './zip-entries.ts';

/** A full sheet of numbers is some 30 MB packed and 100 MB unpacked. */
export const largestWorkbookBytes = 64 * 1024 ** 2;
const largestSheetBytes = 512 * 1024 ** 2;
const largestStringsBytes = 96 * 1024 ** 2;
const largestSmallPartBytes = 4 * 1024 ** 2;
/** Excel's own limit. */
const excelRows = 1_048_576;

const noWorkbook = {
  en: 'Expected an xlsx workbook, got a file that cannot be read as one',
  hi: 'यह XLSX फ़ाइल पढ़ी नहीं जा सकी; इसे Excel में खोलकर फिर से सहेजें',
};
const noSheet = {
  en: 'Expected a sheet in the workbook, got none',
  hi: 'इस XLSX फ़ाइल में कोई शीट नहीं है',
};

/**
 * Rows of a workbook's first visible sheet, as they are unpacked; beside the packed file only the texts that cells
 * share stay in memory, and each is bounded.
 * @throws TableError when it is no workbook, or one that is too large or too wide
 */
export async function* readXlsxRows(
  archive: Buffer,
  mostRows = excelRows,
): AsyncGenerator<CsvRow[]> {
  try {
    const entries = zipEntries(archive);
    const read = (path: string, bytes: number) => scanPart(archive, entries.get(path), path, bytes);
    const workbook = await wholePart(archive, entries, 'xl/workbook.xml');
    const relationships = await wholePart(archive, entries, 'xl/_rels/workbook.xml.rels');
    const [sheet] = visibleSheets(workbook, relationships);
    if (sheet === undefined) throw new TableError(noSheet);
    const shared = createStringReader();
    if (entries.has('xl/sharedStrings.xml')) {
      for await (const tags of read('xl/sharedStrings.xml', largestStringsBytes))
        for (const tag of tags) shared.take(tag);
    }
    yield* sheetRows(read(sheet.path, largestSheetBytes), shared.strings, mostRows);
  } catch (cause) {
    if (cause instanceof TableError) throw cause;
    throw new TableError(noWorkbook, { cause });
  }
}

async function* sheetRows(
  pieces: AsyncIterable<Tag[]>,
  strings: readonly string[],
  mostRows: number,
): AsyncGenerator<CsvRow[]> {
  const reader = createRowReader(strings, (reference) => {
    throw new TableError({
      en: `Expected at most ${mostColumns} columns, got a value in cell ${reference}`,
      hi: `अधिकतम ${mostColumns} स्तंभ पढ़े जाते हैं; खाना ${reference} इनसे बाहर है`,
    });
  });
  let count = 0;
  for await (const tags of pieces) {
    const rows: CsvRow[] = [];
    for (const tag of tags) {
      const row = reader.take(tag);
      if (row !== undefined) rows.push(row);
    }
    count += rows.length;
    if (count > mostRows) {
      throw new TableError({
        en: `Expected at most ${mostRows} rows in a sheet, got more`,
        hi: `एक शीट में अधिकतम ${mostRows} पंक्तियाँ हों`,
      });
    }
    if (rows.length > 0) yield rows;
  }
}

async function* scanPart(
  archive: Buffer,
  entry: ZipEntry | undefined,
  path: string,
  bytes: number,
): AsyncGenerator<Tag[]> {
  const scanner = createTagScanner();
  for await (const text of partText(archive, entry, path, bytes)) yield scanner.push(text);
}

async function wholePart(
  archive: Buffer,
  entries: ReadonlyMap<string, ZipEntry>,
  path: string,
): Promise<string> {
  let whole = '';
  for await (const text of partText(archive, entries.get(path), path, largestSmallPartBytes))
    whole += text;
  return whole;
}

function partText(
  archive: Buffer,
  entry: ZipEntry | undefined,
  path: string,
  bytes: number,
): AsyncGenerator<string> {
  if (entry === undefined) throw new TableError(noWorkbook);
  const megabytes = bytes / 1024 ** 2;
  const fault = () =>
    new TableError({
      en: `Expected at most ${megabytes} MB in a part of the workbook, got more in ${path}`,
      hi: `XLSX फ़ाइल का भाग ${path} खोलने पर ${megabytes} MB से बड़ा है`,
    });
  return unpackEntry(archive, entry, { bytes, fault });
}
