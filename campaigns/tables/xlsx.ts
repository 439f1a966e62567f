import { strFromU8, unzipSync } from 'fflate';
import type { CsvRow } from './csv.ts';
import { createRowReader, createStringReader, visibleSheets } from './xlsx-cells.ts';
import { tags } from './xlsx-xml.ts';

/** Visible sheets of a workbook in their order, each with its rows as text. */
export interface XlsxSheet {
  name: string;
  rows: CsvRow[];
}

const mostFiles = 500;
const largestPartBytes = 8_000_000;
const largestTotalBytes = 24_000_000;
/** In all cells together: a text that is stored once may be in a hundred thousand of them. */
const mostCharacters = 24_000_000;

/**
 * Reads the cells of a workbook as text: shared and inline strings, numbers as they are stored, the last result of a
 * formula.
 *
 * The reader is our own because a workbook comes from outside: the usual ones make 16,384 cells of one in column XFD and
 * keep shared strings of any size, so that a few kilobytes stop the service, and one brings an unlicensed package;
 * SheetJS has left the registry. What is read here is little (texts and numbers of cells), every size is bounded
 * before it is unpacked, and the start of a generator loads nothing more.
 * @throws when it is no workbook, or one that is too large
 */
export function readXlsx(bytes: Uint8Array): XlsxSheet[] {
  const parts = unpack(bytes);
  const sheets = visibleSheets(
    part(parts, 'xl/workbook.xml'),
    part(parts, 'xl/_rels/workbook.xml.rels'),
  );
  if (sheets.length === 0) throw new Error('Expected a sheet in the workbook, got none');
  const shared = createStringReader();
  for (const tag of tags(parts.get('xl/sharedStrings.xml') ?? '')) shared.take(tag);
  let characters = 0;
  return sheets.map(({ name, path }) => {
    const reader = createRowReader(shared.strings);
    const rows: CsvRow[] = [];
    for (const tag of tags(part(parts, path))) {
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

function unpack(bytes: Uint8Array): Map<string, string> {
  let files = 0;
  let total = 0;
  let tooLarge = '';
  let unpacked: Record<string, Uint8Array>;
  try {
    unpacked = unzipSync(bytes, {
      filter({ name, originalSize }) {
        files += 1;
        if (
          !/^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/.test(
            name,
          )
        )
          return false;
        total += originalSize;
        if (originalSize > largestPartBytes || total > largestTotalBytes || files > mostFiles) {
          tooLarge ||= name;
          return false;
        }
        return true;
      },
    });
  } catch (cause) {
    throw new Error('Expected an xlsx workbook, got a file that does not unpack', { cause });
  }
  if (tooLarge) {
    throw new Error(
      `Expected at most ${largestPartBytes} bytes in a part, got more in ${tooLarge}`,
    );
  }
  return new Map(Object.entries(unpacked).map(([name, data]) => [name, strFromU8(data)]));
}

function part(parts: Map<string, string>, path: string): string {
  const text = parts.get(path);
  if (text === undefined) throw new Error(`Expected ${path} in the workbook, got none`);
  return text;
}
