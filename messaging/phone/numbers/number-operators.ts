import { latinDigits } from '../../../campaigns/numbers.ts';
import { faultAt } from '../../../campaigns/tables/table-error.ts';
import { columnWords } from '../../../campaigns/words/list-words.ts';
import type { RejectReason } from '../../contract/values.ts';
import { toTitles } from '../../platform/lists/columns.ts';
import { listRows, type Row } from '../../platform/lists/rows.ts';
import { copyList } from './list-lines.ts';
import { classifyNumber } from './number.ts';

const titles = {
  number: ['series', 'prefix', 'mobile', 'number', 'msisdn', 'शृंखला', 'मोबाइल', 'नंबर'],
  operator: ['operator', 'provider', 'telecom operator', 'tsp', 'सेवा प्रदाता'],
  circle: ['circle', 'lsa', 'telecom circle', 'service area', 'सर्किल'],
} as const;
type Column = keyof typeof titles;
const longestName = 60;
/** A series, as the operators were given them: the first four or five digits of a mobile number. */
const series = /^[6-9]\d{3,4}$/;

/** Number series and ported numbers as lines of `number_operator_upload`. @throws TableError as `copyList` does */
function copyOperators(upload: string, rows: AsyncIterable<readonly Row[]>) {
  return copyList(upload, rows, (first) => {
    const columns = findColumns(first);
    return { hasHeader: true, read: (cells) => readRow(cells, columns) };
  });
}

function findColumns(first: readonly string[]): Record<Column, number> {
  const named = toTitles(first);
  const find = (column: Column) =>
    named.findIndex((title) => (titles[column] as readonly string[]).includes(title));
  const columns = { number: find('number'), operator: find('operator'), circle: find('circle') };
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
  columns: Record<Column, number>,
): [prefix: number, operator: string, circle: string] | RejectReason {
  // One spelling each; what would end a line of COPY is no name.
  const [operator = '', circle = ''] = [columns.operator, columns.circle].map((column) =>
    (cells[column] ?? '').trim().toUpperCase(),
  );
  if (!isName(operator) || (circle !== '' && !isName(circle))) return 'malformed';
  const named = [operator, circle || copiedNull] as const;
  const cell = (cells[columns.number] ?? '').trim();
  const digits = latinDigits(cell);
  if (series.test(digits)) return [Number(`91${digits}`), ...named];
  const number = classifyNumber(cell);
  if (number.kind === 'rejected') return number.reason;
  return [number.msisdn, ...named];
}

/** Null in COPY's text form. */
const copiedNull = '\\N';

function isName(text: string): boolean {
  return /^[\p{L}\p{M}\p{N} .&()-]+$/u.test(text) && text.length <= longestName;
}

/** Reads series and ported numbers as lines for COPY; its result says which rows were not taken. */
export function decode({ upload, path, name }: { upload: string; path: string; name: string }) {
  return copyOperators(upload, listRows(path, name));
}
