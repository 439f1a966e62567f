import type { Station } from '../campaigns/directory/station.ts';
import { sheetCsv } from '../campaigns/tables/csv-writer.ts';

/**
 * The sheet on which a district answers for its doubtful names: it writes सही or नाम बदलें in the first column,
 * corrects the name, and sends the file back. It opens in Excel, and the directory reads it as it is.
 */
export function nameSheet(stations: readonly Station[]): string {
  const rows = stations
    .filter(({ needsCheck }) => needsCheck)
    .map(({ id, nameHi, nameEn, kind, notes }) => [
      '',
      id,
      nameHi,
      nameEn,
      kind,
      notes.map(({ hi }) => hi).join(' '),
    ]);
  return sheetCsv([['कार्य', 'थाना', 'हिन्दी नाम', 'अंग्रेज़ी नाम', 'प्रकार', 'टिप्पणी'], ...rows]);
}
