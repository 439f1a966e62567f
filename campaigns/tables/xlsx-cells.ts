import type { CsvRow } from './csv.ts';
import { TableError } from './table-error.ts';
import { attribute, type Tag, tags, unescapeXml } from './xlsx-xml.ts';

/** Cells to the right of these are not read: a district's list has fewer, and Excel goes to 16,384. */
export const mostColumns = 100;
/** Excel's own limit of a cell; what goes on is left out. */
const longestText = 32_767;

/** The visible sheets of a workbook in their order, and where each lies in the archive. */
export function visibleSheets(
  workbook: string,
  relationships: string,
): { name: string; path: string }[] {
  const targets = new Map<string, string>();
  for (const tag of tags(relationships)) {
    if (tag.name === 'Relationship') targets.set(attribute(tag, 'Id'), attribute(tag, 'Target'));
  }
  const sheets: { name: string; path: string }[] = [];
  for (const tag of tags(workbook)) {
    if (tag.name !== 'sheet' || /hidden/i.test(attribute(tag, 'state'))) continue;
    const target = targets.get(attribute(tag, 'id')) ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    sheets.push({ name: attribute(tag, 'name'), path });
  }
  return sheets;
}

/** Two for each row of the longest sheet. */
const mostStrings = 2_100_000;

/** Collects the texts that cells share by number. @throws TableError when there are more than a list has */
export function createStringReader(): { take(tag: Tag): void; strings: string[] } {
  const strings: string[] = [];
  let text = '';
  let phonetic = false;
  return {
    strings,
    take(tag) {
      if (tag.name === 'rPh') phonetic = !tag.closes;
      else if (tag.name === 't' && tag.closes && !phonetic) {
        if (text.length < longestText) text += unescapeXml(tag.before);
      } else if (tag.name === 'si' && (tag.closes || tag.empty)) {
        strings.push(text);
        text = '';
        if (strings.length > mostStrings) throw new TableError(tooManyStrings);
      }
    },
  };
}

const tooManyStrings = {
  en: `Expected at most ${mostStrings} different texts in the workbook, got more; save it as csv`,
  hi: `XLSX फ़ाइल में अधिकतम ${mostStrings} अलग-अलग पाठ हों; सूची को CSV में सहेजें`,
};

export interface RowReader {
  /** The row that a tag ends, when any of its cells holds something. */
  take(tag: Tag): CsvRow | undefined;
}

/** @param onWide is told of a value that is to the right of the columns that are read */
export function createRowReader(
  strings: readonly string[],
  onWide: (reference: string) => void = () => {},
): RowReader {
  let row: CsvRow = { line: 0, cells: [] };
  let reference = '';
  let column = -1;
  let type = '';
  let value = '';

  function endCell(): void {
    const text = type === 's' ? (strings[Number(value)] ?? '') : plainNumber(value, type);
    if (column < mostColumns) setCell(row.cells, column, text);
    else if (text !== '') onWide(reference);
  }

  return {
    take(tag) {
      if (tag.name === 'row') {
        if (tag.opens) {
          row = { line: Number(attribute(tag, 'r')) || row.line + 1, cells: [] };
          column = -1;
        } else if (row.cells.some((cell) => cell !== '')) return row;
      } else if (tag.name === 'c') {
        if (tag.opens) {
          reference = attribute(tag, 'r');
          column = readColumn(reference) ?? column + 1;
          type = attribute(tag, 't');
          value = '';
        }
        if (tag.closes || tag.empty) endCell();
      } else if ((tag.name === 'v' || tag.name === 't') && tag.closes) {
        if (value.length < longestText) value += unescapeXml(tag.before);
      }
      return undefined;
    },
  };
}

/** Some writers store a whole number as 9.876543210E9. */
function plainNumber(value: string, type: string): string {
  if ((type !== '' && type !== 'n') || !/^[\d.]+E[+-]?\d+$/i.test(value)) return value;
  return Number.isSafeInteger(Number(value)) ? String(Number(value)) : value;
}

function setCell(cells: string[], column: number, value: string): void {
  while (cells.length < column) cells.push('');
  cells[column] = value;
}

/** "C7" → 2 */
function readColumn(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
