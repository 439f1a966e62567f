import { languageFacts } from '../language.ts';
import type { CsvRow } from '../tables/csv.ts';
import { makeVisible } from './name-check.ts';
import type { Expected, OverrideFault } from './override-fault.ts';
import type { StationKind } from './station.ts';

export const overrideActions = ['add', 'rename', 'remove', 'checked'] as const;
export type OverrideAction = (typeof overrideActions)[number];

export const overrideColumns = [
  'action',
  'station',
  'name_hi',
  'name_en',
  'name_ur',
  'kind',
  'remark',
] as const;
export type OverrideColumn = (typeof overrideColumns)[number];

/** Rows of one csv file, or of one sheet of a workbook. */
export interface OverrideSheet {
  file: string;
  sheet: string | null;
  rows: CsvRow[];
}

/** One line of a district's file, cells by column; missing columns are empty. */
export interface OverrideRow {
  line: number;
  cells: Record<OverrideColumn, string>;
}

/** Words of a district on its stations, from a file or the console. */
export interface OverrideTable {
  /** As faults name it. */
  file: string;
  sheet: string | null;
  rows: readonly OverrideRow[];
  /** Of rows that could not be read. */
  faults?: readonly OverrideFault[];
}

const mostRows = 2000;
const longestCell = 500;

const ownLanguages = Object.values(languageFacts);
/** In the order of the sheet that a district fills in. */
const sheetColumns = ['action', 'station', 'name_hi', 'name_en', 'kind', 'remark'] as const;

const headings: Readonly<Record<string, OverrideColumn>> = {
  ...Object.fromEntries(
    ownLanguages.flatMap(({ nameSheet }) =>
      nameSheet.map((heading, at) => [heading, sheetColumns[at] ?? 'remark'] as const),
    ),
  ),
  action: 'action',
  कार्य: 'action',
  कार्यवाही: 'action',
  क्रिया: 'action',
  station: 'station',
  थाना: 'station',
  'थाना आईडी': 'station',
  name_hi: 'name_hi',
  'name hi': 'name_hi',
  'हिन्दी नाम': 'name_hi',
  'हिंदी नाम': 'name_hi',
  'नाम (हिन्दी)': 'name_hi',
  name_en: 'name_en',
  'name en': 'name_en',
  'अंग्रेजी नाम': 'name_en',
  'अंग्रेज़ी नाम': 'name_en',
  'नाम (अंग्रेजी)': 'name_en',
  name_ur: 'name_ur',
  'name ur': 'name_ur',
  'उर्दू नाम': 'name_ur',
  'नाम (उर्दू)': 'name_ur',
  kind: 'kind',
  प्रकार: 'kind',
  remark: 'remark',
  remarks: 'remark',
  टिप्पणी: 'remark',
  अभ्युक्ति: 'remark',
};

const actionWords: Readonly<Record<string, OverrideAction>> = {
  ...Object.fromEntries(
    ownLanguages.flatMap(({ nameActions }) => [
      [nameActions.rename, 'rename' as const],
      [nameActions.checked, 'checked' as const],
    ]),
  ),
  add: 'add',
  जोड़ें: 'add',
  जोड़ना: 'add',
  rename: 'rename',
  'नाम बदलें': 'rename',
  बदलें: 'rename',
  remove: 'remove',
  हटाएँ: 'remove',
  हटाएं: 'remove',
  checked: 'checked',
  'जाँच लिया': 'checked',
  'जांच लिया': 'checked',
  'जाँचा गया': 'checked',
  'जांचा गया': 'checked',
  सही: 'checked',
};

const kindWords: Readonly<Record<string, StationKind>> = {
  '': 'territorial',
  territorial: 'territorial',
  क्षेत्रीय: 'territorial',
  सामान्य: 'territorial',
  mahila: 'mahila',
  महिला: 'mahila',
  tourism: 'tourism',
  पर्यटन: 'tourism',
  grp: 'grp',
  'जी.आर.पी.': 'grp',
  जीआरपी: 'grp',
  cyber: 'cyber',
  साइबर: 'cyber',
};

/** The column that a heading stands for, in any language of campaigns or English. */
export function findOverrideColumn(heading: string): OverrideColumn | undefined {
  return lookUp(headings, heading);
}

/** True when the first row of a sheet heads a list of corrections; other sheets of a workbook are notes. */
export function isOverrideSheet({ rows }: Pick<OverrideSheet, 'rows'>): boolean {
  return (rows[0]?.cells ?? []).some((cell) => findOverrideColumn(cell) === 'action');
}

/** Sorts the cells of a sheet under their columns. A sheet whose heading is wrong yields no row at all. */
export function readOverrideTable(sheet: OverrideSheet): Required<OverrideTable> {
  const [head, ...body] = sheet.rows;
  const where = { file: sheet.file, sheet: sheet.sheet };
  const whole = (expected: Expected, found: string, column: string | null = null) => ({
    ...where,
    rows: [],
    faults: [{ ...where, row: head?.line ?? null, column, expected, found }],
  });
  if (!head) return whole({ code: 'heading' }, 'nothing');
  const columns: (OverrideColumn | null)[] = [];
  for (const cell of head.cells) {
    const column = lookUp(headings, cell);
    if (column === undefined && cell.trim() !== '') {
      return whole({ code: 'known-column' }, makeVisible(cell));
    }
    if (column !== undefined && columns.includes(column)) {
      return whole({ code: 'column-once' }, `"${column}" twice`, column);
    }
    columns.push(column ?? null);
  }
  for (const column of ['action', 'station'] as const) {
    if (!columns.includes(column)) return whole({ code: 'column', column }, 'none', column);
  }
  if (body.length > mostRows) return whole({ code: 'row-count', most: mostRows }, `${body.length}`);
  const faults: OverrideFault[] = [];
  const rows: OverrideRow[] = [];
  for (const { line, cells } of body) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const stray = cells.findIndex((cell, at) => cell.trim() !== '' && !columns[at]);
    const long = cells.findIndex((cell) => cell.length > longestCell);
    if (stray >= 0) {
      const found = makeVisible(cells[stray] ?? '');
      faults.push({
        ...where,
        row: line,
        column: `${stray + 1}`,
        expected: { code: 'no-cell' },
        found,
      });
    } else if (long >= 0) {
      const found = `${cells[long]?.length} characters`;
      faults.push({
        ...where,
        row: line,
        column: columns[long] ?? null,
        expected: { code: 'cell-length', most: longestCell },
        found,
      });
    } else {
      const readCell = (column: OverrideColumn) => cells[columns.indexOf(column)] ?? '';
      rows.push({
        line,
        cells: {
          action: readCell('action').trim(),
          station: readCell('station').trim(),
          name_hi: readCell('name_hi').normalize('NFC'),
          name_en: readCell('name_en').normalize('NFC'),
          name_ur: readCell('name_ur').normalize('NFC').trim(),
          kind: readCell('kind').trim(),
          remark: readCell('remark').trim(),
        },
      });
    }
  }
  return { ...where, rows, faults };
}

/** The action that a word stands for, in English or Hindi. */
export function readAction(word: string): OverrideAction | undefined {
  return lookUp(actionWords, word);
}

/** The kind that a word stands for, in English or Hindi; an empty cell is a territorial station. */
export function readKind(word: string): StationKind | undefined {
  return lookUp(kindWords, word);
}

function lookUp<T>(words: Readonly<Record<string, T>>, word: string): T | undefined {
  const key = word.normalize('NFC').trim().toLowerCase();
  for (const [known, value] of Object.entries(words)) {
    if (known.normalize('NFC') === key) return value;
  }
  return undefined;
}
