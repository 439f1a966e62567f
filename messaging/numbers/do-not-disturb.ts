import type { RejectReason } from '../contract/values.ts';
import { findColumns } from '../lists/columns.ts';
import type { Row } from '../lists/rows.ts';
import { classifyNumber } from './number.ts';

/** A row that holds no Indian mobile number. The cell itself stays in the officer's file. */
export interface RejectedNumber {
  row: number;
  reason: RejectReason;
}

/**
 * Mobile numbers of a list in batches; empty rows are none.
 * @throws when there is no column of numbers, or no number at all
 */
export async function* mobileNumbers(
  rows: AsyncIterable<readonly Row[]>,
  onReject: (rejected: RejectedNumber) => void,
): AsyncGenerator<number[]> {
  let column: number | undefined;
  let found = 0;
  for await (const batch of rows) {
    let from = 0;
    if (column === undefined) {
      const { columns, hasHeader } = findColumns(batch[0]?.cells ?? []);
      column = columns.number;
      from = hasHeader ? 1 : 0;
    }
    const numbers: number[] = [];
    for (const { number: row, cells } of batch.slice(from)) {
      const cell = (cells[column] ?? '').trim();
      if (cell === '' && cells.every((other) => other.trim() === '')) continue;
      const classified = classifyNumber(cell);
      if (classified.kind === 'mobile') numbers.push(classified.msisdn);
      else onReject({ row, reason: classified.reason });
    }
    found += numbers.length;
    yield numbers;
  }
  if (found === 0) throw new Error('Expected a mobile number in the file, got none');
}
