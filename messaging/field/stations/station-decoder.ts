import { readSheets } from '../../../campaigns/directory/overrides-fs.ts';
import type { CsvRow } from '../../../campaigns/tables/csv.ts';
import { TableError } from '../../../campaigns/tables/table-error.ts';

interface GivenStations {
  path: string;
  /** As its sender calls it: the ending says what it is. */
  name: string;
}

export async function decode({ path, name }: GivenStations): Promise<CsvRow[]> {
  try {
    return readSheets(path, name)[0]?.rows.map(({ line, cells }) => ({ line, cells })) ?? [];
  } catch (cause) {
    if (cause instanceof TableError) throw cause;
    throw new TableError(
      {
        hi: 'यह सूची पढ़ी नहीं जा सकी; CSV (UTF-8) या XLSX फ़ाइल चाहिए',
        en: `This list cannot be read: ${(cause as Error).message}`,
      },
      { cause },
    );
  }
}
