import { latinDigits } from '../../../campaigns/numbers.ts';
import { faultAt, TableError } from '../../../campaigns/tables/table-error.ts';
import { columnWords, listWords } from '../../../campaigns/words/list-words.ts';
import type { RejectReason } from '../../contract/values.ts';
import { toTitles } from '../../platform/lists/columns.ts';
import { listRows, type Row } from '../../platform/lists/rows.ts';
import type { DoNotDisturbRejects } from './do-not-disturb.ts';
import { classifyNumber } from './number.ts';

const titles = {
  number: ['series', 'prefix', 'mobile', 'number', 'msisdn', 'शृंखला', 'मोबाइल', 'नंबर'],
  operator: ['operator', 'provider', 'telecom operator', 'tsp', 'सेवा प्रदाता'],
} as const;
const longestOperator = 60;
const shownRejects = 100;
/** A series, as the operators were given them: the first four or five digits of a mobile number. */
const series = /^[6-9]\d{3,4}$/;

/**
 * Number series and ported numbers as lines of `number_operator_upload` in COPY's text form.
 * @throws TableError when a column is missing, or no row can be taken
 */
export async function* copyOperators(
  upload: string,
  rows: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Uint8Array, DoNotDisturbRejects> {
  let columns: { number: number; operator: number } | undefined;
  let rejected = 0;
  let found = 0;
  const rejects: DoNotDisturbRejects['rejects'] = [];
  for await (const batch of rows) {
    const body = columns === undefined ? batch.slice(1) : batch;
    columns ??= findColumns(batch[0]?.cells ?? []);
    const lines: string[] = [];
    for (const { number: row, cells } of body) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      const read = readRow(cells, columns);
      if ('reason' in read) {
        rejected += 1;
        if (rejects.length < shownRejects) rejects.push({ row, reason: read.reason });
      } else lines.push(`${upload}\t${read.prefix}\t${read.operator}\n`);
    }
    found += lines.length;
    if (lines.length > 0) yield Buffer.from(lines.join(''));
  }
  if (found === 0) throw new TableError(listWords.noNumber);
  return { rejected, rejects };
}

function findColumns(first: readonly string[]): { number: number; operator: number } {
  const named = toTitles(first);
  const find = (column: keyof typeof titles) =>
    named.findIndex((title) => (titles[column] as readonly string[]).includes(title));
  const columns = { number: find('number'), operator: find('operator') };
  const missing = (['number', 'operator'] as const).find((column) => columns[column] < 0);
  if (missing === undefined) return columns;
  const found = `"${first.slice(0, 5).join('", "').slice(0, 80)}"`;
  throw faultAt({
    row: 1,
    column: 1,
    expected: missing === 'number' ? columnWords.series : columnWords.operator,
    found,
  });
}

function readRow(
  cells: readonly string[],
  columns: { number: number; operator: number },
): { prefix: number; operator: string } | { reason: RejectReason } {
  // One spelling each; what would end a line of COPY is no name.
  const operator = (cells[columns.operator] ?? '').trim().toUpperCase();
  if (!/^[\p{L}\p{M}\p{N} .&()-]+$/u.test(operator) || operator.length > longestOperator) {
    return { reason: 'malformed' };
  }
  const cell = (cells[columns.number] ?? '').trim();
  const digits = latinDigits(cell);
  if (series.test(digits)) return { prefix: Number(`91${digits}`), operator };
  const number = classifyNumber(cell);
  if (number.kind === 'rejected') return { reason: number.reason };
  return { prefix: number.msisdn, operator };
}

/** Reads series and ported numbers as lines for COPY; its result says which rows were not taken. */
export function decode({ upload, path, name }: { upload: string; path: string; name: string }) {
  return copyOperators(upload, listRows(path, name));
}
