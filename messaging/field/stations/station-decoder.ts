import { readSheets } from '../../../campaigns/directory/overrides-fs.ts';
import type { CsvRow } from '../../../campaigns/tables/csv.ts';
import { TableError } from '../../../campaigns/tables/table-error.ts';
import { unreadableList } from '../../../campaigns/words/override-fault-words.ts';

interface StationFile {
  path: string;
  /** As its sender calls it: the ending says what it is. */
  name: string;
}

export async function decode({ path, name }: StationFile): Promise<CsvRow[]> {
  try {
    return readSheets(path, name)[0]?.rows.map(({ line, cells }) => ({ line, cells })) ?? [];
  } catch (cause) {
    if (cause instanceof TableError) throw cause;
    throw new TableError(unreadableList((cause as Error).message), { cause });
  }
}
