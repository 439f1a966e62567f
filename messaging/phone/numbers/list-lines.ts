import { TableError } from '../../../campaigns/tables/table-error.ts';
import { listWords } from '../../../campaigns/words/list-words.ts';
import type { RejectReason } from '../../contract/values.ts';
import type { Row } from '../../platform/lists/rows.ts';

const shownRejects = 100;

/** How many rows of a list were not taken, and the first of them. The cells themselves stay in the officer's file. */
export interface ListRejects {
  rejected: number;
  rejects: { row: number; reason: RejectReason }[];
}

/** Reads the cells of a row: columns of a line for COPY, or why it is not taken. */
type ReadCells = (cells: readonly string[]) => (string | number)[] | RejectReason;

/**
 * Rows of a list as lines of its upload's table in COPY's text form; empty rows are skipped.
 * @param begin reads the first row, which is one of the list unless it is the header
 * @throws TableError when there is no column of numbers, or no number at all
 */
export async function* copyList(
  upload: string,
  rows: AsyncIterable<readonly Row[]>,
  begin: (first: readonly string[]) => { hasHeader: boolean; read: ReadCells },
): AsyncGenerator<Uint8Array, ListRejects> {
  let read: ReadCells | undefined;
  let rejected = 0;
  let found = 0;
  const rejects: ListRejects['rejects'] = [];
  for await (const batch of rows) {
    let from = 0;
    if (read === undefined) {
      const begun = begin(batch[0]?.cells ?? []);
      read = begun.read;
      from = begun.hasHeader ? 1 : 0;
    }
    const lines: string[] = [];
    for (const { number: row, cells } of batch.slice(from)) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      const taken = read(cells);
      if (typeof taken !== 'string') lines.push(`${[upload, ...taken].join('\t')}\n`);
      else {
        rejected += 1;
        if (rejects.length < shownRejects) rejects.push({ row, reason: taken });
      }
    }
    found += lines.length;
    if (lines.length > 0) yield Buffer.from(lines.join(''));
  }
  if (found === 0) throw new TableError(listWords.noNumber);
  return { rejected, rejects };
}
