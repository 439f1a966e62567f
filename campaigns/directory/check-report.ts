import { sheetCsv } from '../tables/csv-writer.ts';
import type { Directory, Station, StationNote } from './station.ts';
import { stripName } from './strip-name.ts';

/** How much a district still has to look at. */
interface CheckCount {
  district: string;
  nameHi: string;
  nameEn: string;
  stations: number;
  toCheck: number;
}

/** One name that the district must look at. */
interface CheckRow {
  district: string;
  station: string;
  nameHi: string;
  nameEn: string;
  /** The name as it would be on the board today */
  strip: string;
  reasonHi: string;
  reasonEn: string;
  /** The line that confirms it, for the district's own csv file; the action rename corrects it instead */
  line: string;
}

export interface CheckReport {
  counts: CheckCount[];
  rows: CheckRow[];
}

const unconfirmed: StationNote = {
  hi: 'यह नाम दो सूचियों से पुष्ट नहीं हुआ; थाने के बोर्ड से मिलाएँ।',
  en: 'No two lists confirm this name; compare it with the board of the station.',
};

const columns: readonly (readonly [field: keyof CheckRow, heading: string])[] = [
  ['district', 'जनपद / district'],
  ['station', 'थाना आईडी / station'],
  ['nameHi', 'हिंदी नाम / name_hi'],
  ['nameEn', 'अंग्रेज़ी नाम / name_en'],
  ['strip', 'बोर्ड पर / on the board'],
  ['reasonHi', 'क्या जाँचें'],
  ['reasonEn', 'what to check'],
  ['line', 'सही हो तो यह पंक्ति / line if it is right'],
];

/** Names to check before printing, for every district or only `districtId`. */
export function checkReport(directory: Directory, districtId?: string): CheckReport {
  const districts = directory.districts.filter(({ id }) => id === (districtId ?? id));
  if (districts.length === 0) {
    throw new Error(`Expected a district's id for \`district\`, got "${districtId}"`);
  }
  const rows: CheckRow[] = [];
  const counts = districts.map(({ id, nameHi, nameEn }) => {
    const stations = directory.stations.filter(({ district }) => district === id);
    const doubtful = stations.filter(({ needsCheck }) => needsCheck);
    rows.push(...doubtful.map(checkRow));
    return { district: id, nameHi, nameEn, stations: stations.length, toCheck: doubtful.length };
  });
  return { counts, rows };
}

/** The rows as csv with headings in both languages; for a spreadsheet. */
export function checkCsv({ rows }: CheckReport): string {
  const head = columns.map(([, heading]) => heading);
  return sheetCsv([head, ...rows.map((row) => columns.map(([field]) => row[field]))]);
}

function checkRow(station: Station): CheckRow {
  const { district, id, nameHi, nameEn, notes } = station;
  const reasons = notes.length > 0 ? notes : [unconfirmed];
  return {
    district,
    station: id,
    nameHi,
    nameEn,
    strip: stripName(station),
    reasonHi: reasons.map(({ hi }) => hi).join(' '),
    reasonEn: reasons.map(({ en }) => en).join(' '),
    line: `checked,${id}`,
  };
}
