import { TableError } from '../../../campaigns/tables/table-error.ts';
import { quantityWords } from '../../../campaigns/words/quantity-words.ts';
import { listRows, type Row } from '../../platform/lists/rows.ts';

/** Far more rows than an order has lines. */
const mostRows = 5_000;

export async function decode({ path, name }: { path: string; name: string }): Promise<Row[]> {
  const all: Row[] = [];
  for await (const rows of listRows(path, name)) {
    all.push(...rows);
    if (all.length > mostRows) throw new TableError(quantityWords.tooMany(mostRows));
  }
  return all;
}
