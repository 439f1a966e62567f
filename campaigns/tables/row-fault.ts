import type { Bilingual } from '../bilingual.ts';

/** Why a row of a list is left out, as a spreadsheet counts it; nulls where the whole list or row is meant. */
export interface RowFault {
  row: number | null;
  /** Heading of the column. */
  column: string | null;
  expected: Bilingual;
  /** Null where `expected` is a whole sentence that says it all. */
  found: string | null;
}
