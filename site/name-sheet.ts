import type { Station } from '../campaigns/directory/station.ts';
import type { OwnLanguage } from '../campaigns/language.ts';
import { sheetCsv } from '../campaigns/tables/csv-writer.ts';

const headings = {
  hi: ['कार्य', 'थाना', 'हिन्दी नाम', 'अंग्रेज़ी नाम', 'प्रकार', 'टिप्पणी'],
  gu: ['કાર્ય', 'પોલીસ સ્ટેશન', 'ગુજરાતી નામ', 'અંગ્રેજી નામ', 'પ્રકાર', 'નોંધ'],
} as const satisfies Record<OwnLanguage, readonly string[]>;

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
  return sheetCsv([[...headings[language], ...(urdu ? ['उर्दू नाम'] : [])], ...rows]);
}
