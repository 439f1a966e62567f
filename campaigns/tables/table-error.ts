import type { Bilingual } from '../bilingual.ts';

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
