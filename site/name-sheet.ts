import type { Station } from '../campaigns/directory/station.ts';
import { languageFacts, type OwnLanguage } from '../campaigns/language.ts';
import { sheetCsv } from '../campaigns/tables/csv-writer.ts';

/**
 * The sheet on which a district answers for its doubtful names: it writes सही or नाम बदलें in the first column,
 * corrects the name, and sends the file back. It opens in Excel, and the directory reads it as it is.
 * @param options.urdu whether the campaign has Urdu, and so a column for the names in it
 */
export function nameSheet(
  stations: readonly Station[],
  { language = 'hi', urdu = false }: { language?: OwnLanguage; urdu?: boolean } = {},
): string {
  const rows = stations
    .filter(({ needsCheck }) => needsCheck)
    .map(({ id, nameHi, nameEn, nameUr = '', kind, notes }) => [
      ...['', id, nameHi, nameEn, kind],
      ...[notes.map(({ hi }) => hi).join(' '), ...(urdu ? [nameUr] : [])],
    ]);
  return sheetCsv([[...languageFacts[language].nameSheet, ...(urdu ? ['उर्दू नाम'] : [])], ...rows]);
}
