import { faultAt, TableError } from '../../../campaigns/tables/table-error.ts';
import { columnWords, listWords } from '../../../campaigns/words/list-words.ts';

/** Where an upload has its columns; -1 for one that it does not have. */
export interface Columns {
  number: number;
  district: number;
  language: number;
  /** Police station. */
  station: number;
  /** Preference class of the do-not-disturb list. */
  classes: number;
}

const names: Record<keyof Columns, readonly string[]> = {
  number: [
    'mobile',
    'mobile number',
    'mobile no',
    'phone',
    'phone number',
    'number',
    'msisdn',
    'मोबाइल',
    'मोबाइल नम्बर',
    'मोबाइल नंबर',
  ],
  district: ['district', 'जनपद', 'जिला', 'ज़िला'],
  language: ['language', 'lang', 'भाषा'],
  station: ['station', 'police station', 'ps', 'thana', 'थाना'],
  classes: [
    'class',
    'classes',
    'category',
    'categories',
    'preference',
    'preferences',
    'preference category',
    'श्रेणी',
    'वरीयता',
  ],
};

const separators = [',', ';', '\t', '|'] as const;

/** The separator of a csv by its first row: the one that shows a column of numbers, else the most frequent one. */
export function detectSeparator(text: string): string {
  const first = /[^\s\uFEFF][^\r\n]*/.exec(text)?.[0] ?? '';
  const unquoted = first.replace(/"[^"]*"/g, (cell) => cell.replace(/[,;\t|]/g, ' '));
  const shares = separators.map((separator) => {
    const cells = unquoted.split(separator);
    const titles = toTitles(cells.map((cell) => cell.replace(/^\s*"|"\s*$/g, '')));
    return {
      separator,
      cells: cells.length,
      named: titles.some((title) => names.number.includes(title)),
    };
  });
  const several = shares.filter(({ cells }) => cells > 1);
  const named = several.filter((share) => share.named);
  const [best] = (named.length > 0 ? named : several).toSorted(
    (one, other) => other.cells - one.cells,
  );
  return best?.separator ?? ',';
}

export function toTitles(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.normalize('NFC').toLowerCase().replace(/[_.]/g, ' ').trim());
}

/**
 * Finds the columns by the first row. A file of bare numbers needs no header: its first row is then data.
 * @throws TableError when there is neither a column of numbers nor a number in the first cell
 */
export function findColumns(first: readonly string[]): { columns: Columns; hasHeader: boolean } {
  const titles = toTitles(first);
  const at = (column: keyof Columns) => titles.findIndex((title) => names[column].includes(title));
  const columns = {
    number: at('number'),
    district: at('district'),
    language: at('language'),
    station: at('station'),
    classes: at('classes'),
  };
  if (columns.number >= 0) return { columns, hasHeader: true };
  if (/^[\s'+]*[\d०-९][\d०-९\s().-]{4,}$/.test(first[0] ?? '')) {
    return {
      columns: { number: 0, district: -1, language: -1, station: -1, classes: -1 },
      hasHeader: false,
    };
  }
  const found =
    first.length === 0 ? 'an empty file' : `"${first.slice(0, 5).join('", "').slice(0, 80)}"`;
  throw faultAt({ row: 1, column: 1, expected: columnWords.number, found });
}

/** For a list without any row. */
export function emptyList(): TableError {
  return new TableError(listWords.empty);
}
