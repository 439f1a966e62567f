import { TableError } from '../../campaigns/tables/table-error.ts';
import { answerWithList } from '../lists/list-task.ts';
import { listRows, type Row } from '../lists/rows.ts';

export interface GivenQuantities {
  path: string;
  name: string;
}

/** Far more rows than an order has lines. */
const mostRows = 5_000;

// biome-ignore lint/correctness/useYield: the sheet of a district is small and comes in one piece
answerWithList(async function* ({ path, name }: GivenQuantities): AsyncGenerator<never, Row[]> {
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
});
