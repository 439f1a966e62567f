import type { Bilingual } from '../bilingual.ts';
import type { CsvError } from './csv.ts';

/** Where in a table something is wrong: row and column as a spreadsheet counts them, from 1. */
export interface TableFault {
  row: number;
  column: number;
  expected: Bilingual;
  /** As written there, or in words. */
  found: string;
}

/** A table that is not read: what was expected of it, in both languages. */
export class TableError extends Error {
  readonly hi: string;
  readonly en: string;
  /** Unless it is about the file as a whole. */
  readonly fault: TableFault | undefined;

  constructor(
    { hi, en }: Bilingual,
    { fault, ...options }: ErrorOptions & { fault?: TableFault | undefined } = {},
  ) {
    super(en, options);
    this.name = 'TableError';
    this.hi = hi;
    this.en = en;
    this.fault = fault;
  }
}

/** The error for one place of a table. */
export function faultAt(fault: TableFault, options: ErrorOptions = {}): TableError {
  const { row, column, expected, found } = fault;
  const words = {
    en: `Expected ${expected.en}, got ${found} in row ${row}, column ${column}`,
    hi: `पंक्ति ${row}, स्तंभ ${column}: ${expected.hi} चाहिए, ${found} मिला`,
  };
  return new TableError(words, { ...options, fault });
}

const expectations: Record<Exclude<CsvError['code'], 'too-long'>, Bilingual> = {
  'open-quote': {
    hi: 'बंद होता उद्धरण चिह्न (")',
    en: 'a closing quote (") for the cell',
  },
  'closed-early': {
    hi: 'उद्धरण चिह्न (") के बाद अगला खाना, या दोहरा चिह्न ("")',
    en: 'the next cell behind a closing quote ("), or the quote doubled ("")',
  },
};

/** Where a CSV breaks off, for its author. */
export function csvFault(error: CsvError, longestRow?: number): TableFault {
  const { code, line, column, found } = error;
  const expected =
    code === 'too-long'
      ? {
          hi: `अधिकतम ${longestRow} वर्णों की पंक्ति, जिसके सभी उद्धरण चिह्न (") बंद हों,`,
          en: `rows of at most ${longestRow} characters with every quote (") closed`,
        }
      : expectations[code];
  return { row: line, column, expected, found };
}

/** The same as an error. */
export function unreadableCsv(error: CsvError, longestRow?: number): TableError {
  return faultAt(csvFault(error, longestRow), { cause: error });
}
