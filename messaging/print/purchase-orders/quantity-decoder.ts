import { TableError } from '../../../campaigns/tables/table-error.ts';
import { listRows, type Row } from '../../platform/lists/rows.ts';

/** Far more rows than an order has lines. */
const mostRows = 5_000;

export async function decode({ path, name }: { path: string; name: string }): Promise<Row[]> {
  const all: Row[] = [];
  for await (const rows of listRows(path, name)) {
    all.push(...rows);
    if (all.length > mostRows)
      throw new TableError({
        hi: `इस सूची में ${mostRows} से अधिक पंक्तियाँ हैं; यहाँ मिला प्रपत्र भरकर भेजें`,
        en: `Expected at most ${mostRows} rows, got more; fill in the sheet that is handed out here`,
      });
  }
  return all;
}
