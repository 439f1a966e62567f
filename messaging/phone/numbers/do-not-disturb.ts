import { readClasses } from '../../../campaigns/messages/preference-classes.ts';
import { TableError } from '../../../campaigns/tables/table-error.ts';
import { listWords } from '../../../campaigns/words/list-words.ts';
import type { RejectReason } from '../../contract/values.ts';
import { findColumns } from '../../platform/lists/columns.ts';
import { listRows, type Row } from '../../platform/lists/rows.ts';
import { classifyNumber } from './number.ts';

/** A row that holds no Indian mobile number. The cell itself stays in the officer's file. */
export interface RejectedNumber {
  row: number;
  reason: RejectReason;
}

/** A number with the preference classes that it blocks, as bits. */
export interface ListedNumber {
  msisdn: number;
  classes: number;
}

/**
 * Mobile numbers of a list in batches; empty rows are skipped.
 * @throws TableError when there is no column of numbers, or no number at all
 */
export async function* mobileNumbers(
  rows: AsyncIterable<readonly Row[]>,
  onReject: (rejected: RejectedNumber) => void,
): AsyncGenerator<ListedNumber[]> {
  let column: number | undefined;
  let classColumn = -1;
  let found = 0;
  for await (const batch of rows) {
    let from = 0;
    if (column === undefined) {
      const { columns, hasHeader } = findColumns(batch[0]?.cells ?? []);
      column = columns.number;
      classColumn = columns.classes;
      from = hasHeader ? 1 : 0;
    }
    const numbers: ListedNumber[] = [];
    for (const { number: row, cells } of batch.slice(from)) {
      const cell = (cells[column] ?? '').trim();
      if (cell === '' && cells.every((other) => other.trim() === '')) continue;
      const classified = classifyNumber(cell);
      const classes = readClasses(cells[classColumn] ?? '');
      if (classified.kind === 'rejected') onReject({ row, reason: classified.reason });
      else if (classes === null) onReject({ row, reason: 'unknown-class' });
      else numbers.push({ msisdn: classified.msisdn, classes });
    }
    found += numbers.length;
    yield numbers;
  }
  if (found === 0) throw new TableError(listWords.noNumber);
}

const shownRejects = 100;

/** How many rows of a list held no mobile number, and the first of them. */
export interface DoNotDisturbRejects {
  rejected: number;
  rejects: RejectedNumber[];
}

/** Mobile numbers as lines of `do_not_disturb_upload` in COPY's text form. */
export async function* copyNumbers(
  upload: string,
  rows: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Uint8Array, DoNotDisturbRejects> {
  let rejected = 0;
  const rejects: RejectedNumber[] = [];
  const batches = mobileNumbers(rows, (reject) => {
    rejected += 1;
    if (rejects.length < shownRejects) rejects.push(reject);
  });
  for await (const batch of batches) {
    if (batch.length > 0) {
      yield Buffer.from(
        batch.map(({ msisdn, classes }) => `${upload}\t${msisdn}\t${classes}\n`).join(''),
      );
    }
  }
  return { rejected, rejects };
}

/** Reads the operators' list as lines for COPY; its result says which rows were not taken. */
export function decode({ upload, path, name }: { upload: string; path: string; name: string }) {
  return copyNumbers(upload, listRows(path, name));
}
