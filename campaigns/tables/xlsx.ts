import type { CsvRow } from './csv.ts';
import { createRowReader, createStringReader, visibleSheets } from './xlsx-cells.ts';
import { tags } from './xlsx-xml.ts';
import { unpackWhole, zipEntries } from './zip-entries.ts';

/** Visible sheets of a workbook in their order, each with its rows as text. */
export interface XlsxSheet {
  name: string;
  rows: CsvRow[];
}

const largestPartBytes = 8_000_000;
const largestTotalBytes = 24_000_000;
/** In all cells together: a text that is stored once may be in a hundred thousand of them. */
const mostCharacters = 24_000_000;

/**
 * Reads the cells of a workbook as text: shared and inline strings, numbers as they are stored, the last result of a
 * formula.
 *
 * The reader is our own because a workbook comes from outside: the usual ones unpack a part of any size, make 16,384
 * cells of one in column XFD and numbers of texts that look like some. read-excel-file 9 unpacked 400 MB of a bomb in
 * 15 s; here every size is judged before it is unpacked, and the start of a generator loads nothing more.
 * @throws when it is no workbook, or one that is too large
 */
export function readXlsx(bytes: Uint8Array): XlsxSheet[] {
  const read = openParts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const sheets = visibleSheets(read('xl/workbook.xml'), read('xl/_rels/workbook.xml.rels'));
  if (sheets.length === 0) throw new Error('Expected a sheet in the workbook, got none');
  const shared = createStringReader();
  for (const tag of tags(read('xl/sharedStrings.xml', ''))) shared.take(tag);
  let characters = 0;
  return sheets.map(({ name, path }) => {
    const reader = createRowReader(shared.strings);
    const rows: CsvRow[] = [];
    for (const tag of tags(read(path))) {
      const row = reader.take(tag);
      if (row === undefined) continue;
      rows.push(row);
      for (const cell of row.cells) characters += cell.length;
      if (characters > mostCharacters)
        throw new Error(`Expected at most ${mostCharacters} characters in a workbook, got more`);
    }
    return { name, rows };
  });
}

/** Gives parts of a workbook by their paths. */
function openParts(archive: Buffer): (path: string, missing?: string) => string {
  const entries = unpacking(() => zipEntries(archive));
  let total = 0;
  return (path, missing) => {
    const entry = entries.get(path);
    if (entry === undefined) {
      if (missing !== undefined) return missing;
      throw new Error(`Expected ${path} in the workbook, got none`);
    }
    total += entry.bytes;
    if (entry.bytes > largestPartBytes || total > largestTotalBytes)
      throw new Error(`Expected at most ${largestPartBytes} bytes in a part, got more in ${path}`);
    return unpacking(() => unpackWhole(archive, entry));
  };
}

function unpacking<Result>(unpack: () => Result): Result {
  try {
    return unpack();
  } catch (cause) {
    throw new Error('Expected an xlsx workbook, got a file that does not unpack', { cause });
  }
}
