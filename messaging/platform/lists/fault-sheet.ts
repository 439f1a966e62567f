import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { sheetLine, sheetMark } from '../../../campaigns/tables/csv-writer.ts';

/** A row of an uploaded list that was not taken. */
interface FaultyRow {
  row: number;
  field: Bilingual;
  expected: Bilingual;
  found: string;
  reason: string;
}

/** Parts of a csv sheet of the rows that were not taken, so that an officer can correct and send them again. */
export async function* writeFaultSheet(
  fileName: string,
  pages: AsyncIterable<readonly FaultyRow[]>,
): AsyncGenerator<string> {
  yield sheetMark + sheetLine(['file', 'row', 'field', 'expected', 'found', 'reason']);
  for await (const page of pages) {
    const lines = page.map(({ row, field, expected, found, reason }) => {
      const both = [`${field.hi} / ${field.en}`, `${expected.hi} / ${expected.en}`];
      return sheetLine([fileName, row, ...both, found, reason]);
    });
    yield lines.join('');
  }
}
