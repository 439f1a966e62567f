import type { Bilingual } from '../bilingual.ts';
import { CsvError, type CsvRow, createCsvReader } from '../tables/csv.ts';
import { csvFault } from '../tables/table-error.ts';
import { type Day, isDay } from './clock.ts';
import {
  openReportText,
  type ReportFile,
  type ReportLimits,
  type ReportText,
} from './report-bytes.ts';
import { ReportError } from './report-error.ts';

/** A column that is read; any of its headers will do, in any case. Other columns of the file are left alone. */
export interface Column<Name extends string> {
  name: Name;
  headers: readonly string[];
  required?: boolean;
}

export interface TableFormat<Name extends string> {
  /** Apple's tables hold quotation marks in titles and quote nothing */
  separator: ',' | '\t';
  columns: readonly Column<Name>[];
}

export interface TableRow<Name extends string> {
  row: number;
  /** Text of a cell; undefined where the file has no such column */
  text(name: Name): string | undefined;
  /** A day written YYYY-MM-DD */
  day(name: Name): Day;
  /** A whole number from 0; null for a blank, which is not zero, and for a missing column */
  count(name: Name): number | null;
  /** The error for a cell: what was expected instead of what it holds */
  fault(name: Name, expected: Bilingual): ReportError;
}

export interface ReportTable<Name extends string> {
  rows: AsyncIterable<TableRow<Name>>;
  contentHash: () => string;
}

const longestRow = 64 * 1024;

/** Opens a report as a table whose columns are found by name in its first row. */
export async function openTable<Name extends string>(
  file: ReportFile,
  format: TableFormat<Name>,
  limits: ReportLimits,
): Promise<ReportTable<Name>> {
  const text = await openReportText(file, limits);
  return {
    rows: readRows({ file: file.name, text, format, limits }),
    contentHash: text.contentHash,
  };
}

interface Opened<Name extends string> {
  file: string;
  text: ReportText;
  format: TableFormat<Name>;
  limits: ReportLimits;
}

async function* readRows<Name extends string>({
  file,
  text,
  format,
  limits,
}: Opened<Name>): AsyncGenerator<TableRow<Name>> {
  let header: Header<Name> | undefined;
  let count = 0;
  for await (const { cells, row } of splitRows(file, text, format.separator)) {
    if (header === undefined) {
      header = readHeader({ file, row, cells, columns: format.columns });
      continue;
    }
    count += 1;
    if (count > limits.rows) {
      throw new ReportError(
        { file, row },
        {
          hi: `अधिकतम ${limits.rows} पंक्तियाँ ली जाती हैं; इसमें उससे अधिक हैं`,
          en: `Expected at most ${limits.rows} rows, got more`,
        },
      );
    }
    if (cells.length !== header.width) {
      const hint = encodingHint(cells.join(), text.encoding);
      throw new ReportError(
        { file, row },
        {
          hi: `${header.width} स्तंभ चाहिए, ${cells.length} मिले${hint.hi}`,
          en: `Expected ${header.width} columns, got ${cells.length}${hint.en}`,
        },
      );
    }
    yield tableRow({ file, row, cells, header, encoding: text.encoding });
  }
  if (count === 0)
    throw new ReportError(
      { file },
      {
        hi: 'शीर्ष-पंक्ति और कम से कम एक पंक्ति चाहिए; कोई नहीं मिली',
        en: 'Expected a header and at least one row, got none',
      },
    );
}

interface RawRow {
  cells: string[];
  row: number;
}

async function* splitRows(
  file: string,
  text: ReportText,
  separator: string,
): AsyncGenerator<RawRow> {
  const quoted = separator === ',';
  const reader = createCsvReader({ separator, quoted, trimmed: true, longestRow });
  try {
    for await (const chunk of text.chunks) yield* reader.push(chunk).map(numbered);
    yield* reader.end().map(numbered);
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const { hi, en } = csvFault(cause, longestRow).expected;
    throw new ReportError(
      { file, row: cause.line, column: String(cause.column) },
      {
        hi: `${hi} चाहिए, “${cause.found.replace(/^"|"$/g, '')}” मिला`,
        en: `Expected a row of cells: ${en}, got ${cause.found} (${cause.code})`,
      },
      { cause },
    );
  }
}

function numbered({ line, cells }: CsvRow): RawRow {
  return { row: line, cells };
}

interface Header<Name extends string> {
  width: number;
  places: Map<Name, { at: number; title: string }>;
}

function readHeader<Name extends string>(first: {
  file: string;
  row: number;
  cells: string[];
  columns: readonly Column<Name>[];
}): Header<Name> {
  const { file, row, cells, columns } = first;
  const titles = cells.map(plainTitle);
  const places: Header<Name>['places'] = new Map();
  for (const column of columns) {
    const wanted = column.headers.map(plainTitle);
    const found = [...titles.keys()].filter((at) => wanted.includes(titles[at] ?? ''));
    const [at] = found;
    const title = column.headers[0] ?? column.name;
    if (found.length > 1) {
      throw new ReportError(
        { file, row, column: title },
        {
          hi: `स्तंभ “${title}” एक बार चाहिए, दो बार मिला`,
          en: `Expected the column \`${title}\` once, got it twice`,
        },
      );
    }
    if (at !== undefined) places.set(column.name, { at, title: cells[at] ?? title });
    else if (column.required === true) {
      const got = cells.join(', ').slice(0, 200);
      throw new ReportError(
        { file, row, column: title },
        {
          hi: `स्तंभ “${title}” चाहिए; ये मिले: “${got}”`,
          en: `Expected a column \`${title}\`, got: ${got}`,
        },
      );
    }
  }
  return { width: cells.length, places };
}

function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
}

function tableRow<Name extends string>(source: {
  file: string;
  row: number;
  cells: string[];
  header: Header<Name>;
  encoding: string;
}): TableRow<Name> {
  const { file, row, cells, header, encoding } = source;
  const text = (name: Name) => {
    const place = header.places.get(name);
    return place && (cells[place.at] ?? '');
  };
  const fault = (name: Name, expected: Bilingual) => {
    const column = header.places.get(name)?.title ?? name;
    const got = text(name) ?? '';
    const found = got.slice(0, 80);
    const hint = encodingHint(got, encoding);
    return new ReportError(
      { file, row, column },
      {
        hi: `स्तंभ “${column}” में ${expected.hi} चाहिए, “${found}” मिला${hint.hi}`,
        en: `Expected ${expected.en} for \`${column}\`, got "${found}"${hint.en}`,
      },
    );
  };
  return {
    row,
    text,
    fault,
    day(name) {
      const day = text(name) ?? '';
      if (!isDay(day)) {
        throw fault(name, { hi: 'YYYY-MM-DD में दिनांक', en: 'a day as YYYY-MM-DD' });
      }
      return day;
    },
    count(name) {
      const value = text(name) ?? '';
      if (value === '') return null;
      if (!/^\d{1,15}$/.test(value)) {
        throw fault(name, {
          hi: '0 या अधिक की पूर्ण संख्या या खाली खाना',
          en: 'a whole number from 0, or nothing,',
        });
      }
      return Number(value);
    },
  };
}

/** Bytes read in the wrong encoding show as zeros, replacement marks or far letters. */
function encodingHint(got: string, encoding: string): Bilingual {
  const isForeign = [...got].some(
    (letter) => letter === '\0' || letter === '\uFFFD' || letter > '\u2FFF',
  );
  if (!isForeign) return { hi: '', en: '' };
  const name = encoding.toUpperCase();
  return {
    hi: `; फ़ाइल में ${name} के साथ दूसरी कूट-पद्धति मिली हुई है`,
    en: `; the file mixes ${name} with another encoding`,
  };
}

/** Expectation broken by a second row of one day. */
export function eachDayOnce(row: number): Bilingual {
  return {
    hi: `पंक्ति ${row} से अलग दिनांक`,
    en: `each day once, which row ${row} has already,`,
  };
}
