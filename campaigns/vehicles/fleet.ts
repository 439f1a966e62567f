import type { Bilingual } from '../campaign.ts';
import type { District } from '../directory/station.ts';
import { suggest } from '../directory/suggest.ts';
import { CsvError, type CsvRow, parseCsv } from '../tables/csv.ts';
import { csvFault } from '../tables/csv-fault.ts';
import { sheetCsv } from '../tables/csv-writer.ts';
import { readXlsx } from '../tables/xlsx.ts';
import type { VehicleModel } from './vehicles.ts';

/** One vehicle of a fleet list; the id is its registration or call sign in small letters. */
export type FleetVehicle = { district: string; vehicle: string; model: string };

/** What is wrong in a fleet list; the row is that of the file, the heading being the first. */
export type FleetFault = { row: number; field: FleetField; expected: Bilingual; found: string };
export const fleetFields = ['file', 'district', 'vehicle', 'model'] as const;
export type FleetField = (typeof fleetFields)[number];

export type FleetList = { vehicles: FleetVehicle[]; faults: FleetFault[] };

/** What a list is checked against; a row of a district that is not among the office's own is a fault. */
export type FleetRules = {
  directory: { districts: readonly District[] };
  models: readonly VehicleModel[];
  /** Districts of the office that hands it in; all without it. */
  own?: readonly string[];
};

/** The Hindi one stands in the form that is handed out. */
const headers = { district: 'जनपद', vehicle: 'वाहन', model: 'मॉडल' } as const;
type Column = keyof typeof headers;
const columns = Object.keys(headers) as Column[];
const longestId = 40;
export const mostFleetRows = 2000;
export const mostFleetBytes = 5_000_000;
/** Rows of the form for one district. */
const formRows = 25;

/** Reads a fleet list that somebody hands in: csv in UTF-8, or the first sheet of a workbook that has rows. */
export function readFleetFile(bytes: Uint8Array, rules: FleetRules): FleetList {
  try {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      const sheets = readXlsx(bytes).filter(({ rows }) => rows.length > 0);
      return readRows(sheets[0]?.rows ?? [], rules);
    }
    return readFleet(new TextDecoder('utf-8', { fatal: true }).decode(bytes), rules);
  } catch (error) {
    const found = (error as Error).message.slice(0, 200);
    const expected = { hi: 'UTF-8 में CSV, या XLSX', en: 'csv in UTF-8, or xlsx' };
    return { vehicles: [], faults: [{ row: 1, field: 'file', expected, found }] };
  }
}

/**
 * Reads a fleet list: csv with the columns district, vehicle and model, in Hindi or English, in any order. Rows that are
 * wrong are told and left out; the others stand.
 */
export function readFleet(text: string, rules: FleetRules): FleetList {
  try {
    return readRows(parseCsv(text), rules);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { row, expected, found } = csvFault(error);
    return { vehicles: [], faults: [{ row, field: 'file', expected, found }] };
  }
}

/** An empty list to fill in: a district's own with its name in every row, else a row for each district. */
export function fleetForm(districts: readonly District[]): string {
  const rows = districts.length === 1 ? Array(formRows).fill(districts[0]) : districts;
  return sheetCsv([
    columns.map((column) => headers[column]),
    ...rows.map(({ nameHi }: District) => [nameHi, '', '']),
  ]);
}

function readRows(rows: readonly CsvRow[], rules: FleetRules): FleetList {
  const [heading, ...lines] = rows;
  const names = (heading?.cells ?? []).map((cell) => cell.normalize('NFC').trim().toLowerCase());
  const faults: FleetFault[] = [];
  for (const column of columns) {
    const hits = names.filter((name) => name === column || name === headers[column]).length;
    if (hits === 1) continue;
    const expected = {
      hi: `एक स्तम्भ “${headers[column]}” (${column})`,
      en: `one column "${column}"`,
    };
    const found = names.join(', ').slice(0, 200) || 'an empty file';
    faults.push({ row: heading?.line ?? 1, field: column, expected, found });
  }
  if (faults.length > 0) return { vehicles: [], faults };
  const at = (column: Column) =>
    names.findIndex((name) => name === column || name === headers[column]);
  const places = { district: at('district'), vehicle: at('vehicle'), model: at('model') };
  const seen = new Map<string, number>();
  const vehicles: FleetVehicle[] = [];
  for (const [index, { line, cells }] of lines.entries()) {
    const expected = { hi: `अधिकतम ${mostFleetRows} पंक्तियाँ`, en: `at most ${mostFleetRows} rows` };
    if (index >= mostFleetRows) {
      faults.push({ row: line, field: 'file', expected, found: String(lines.length) });
      break;
    }
    const text = (column: Column) => (cells[places[column]] ?? '').trim();
    // A row of the form that was left empty.
    if (text('vehicle') === '' && text('model') === '') continue;
    const read = readRow({ line, text, seen }, rules);
    if (Array.isArray(read)) faults.push(...read);
    else vehicles.push(read);
  }
  return { vehicles, faults };
}

type Row = { line: number; text(column: Column): string; seen: Map<string, number> };

function readRow({ line, text, seen }: Row, rules: FleetRules): FleetVehicle | FleetFault[] {
  const wrong: FleetFault[] = [];
  const refuse = (field: Column, expected: Bilingual) =>
    wrong.push({ row: line, field, expected, found: `"${text(field).slice(0, 80)}"` });
  const district = districtOf(text('district'), rules, (expected) => refuse('district', expected));
  const vehicle = vehicleId(text('vehicle'));
  if (vehicle === undefined) {
    refuse('vehicle', {
      hi: `अंग्रेज़ी अक्षरों और अंकों में पंजीयन संख्या या कॉल साइन (अधिकतम ${longestId}; मोबाइल नम्बर नहीं)`,
      en: `a registration or call sign in letters and digits, at most ${longestId}, and no mobile number`,
    });
  }
  const model = rules.models.find(({ id, name }) =>
    [id, name.hi, name.en.toLowerCase()].includes(text('model').normalize('NFC').toLowerCase()),
  );
  if (model === undefined) {
    refuse('model', {
      hi: `इनमें से एक: ${rules.models.map(({ name }) => name.hi).join(', ')}`,
      en: `one of ${rules.models.map(({ id }) => id).join(', ')}`,
    });
  }
  if (wrong.length > 0 || district === undefined || vehicle === undefined || model === undefined)
    return wrong;
  const key = `${district}/${vehicle}`;
  const before = seen.get(key);
  if (before !== undefined) {
    refuse('vehicle', {
      hi: `हर वाहन एक ही बार (यह पंक्ति ${before} में है)`,
      en: `each vehicle once (it stands in row ${before} already)`,
    });
    return wrong;
  }
  seen.set(key, line);
  return { district, vehicle, model: model.id };
}

function districtOf(
  typed: string,
  { directory: { districts }, own }: FleetRules,
  refuse: (expected: Bilingual) => void,
): string | undefined {
  const name = typed.normalize('NFC').toLowerCase();
  const district = districts.find(({ id, nameHi, nameEn }) =>
    [id, nameHi, nameEn.toLowerCase()].includes(name),
  );
  if (district === undefined) {
    const near = suggest(typed, districts);
    const nearHi = near.map((id) => districts.find((each) => each.id === id)?.nameHi ?? id);
    refuse({
      hi: `कोई जनपद${near.length > 0 ? ` (सम्भवतः ${nearHi.join(', ')})` : ''}`,
      en: `a district${near.length > 0 ? ` (${near.join(', ')}?)` : ''}`,
    });
  } else if (own !== undefined && !own.includes(district.id)) {
    const mine = districts.filter(({ id }) => own.includes(id));
    refuse({
      hi: `अपना जनपद${mine.length === 1 ? ` (${mine[0]?.nameHi})` : ''}`,
      en: `the own district${mine.length === 1 ? ` (${mine[0]?.id})` : ''}`,
    });
    return undefined;
  }
  return district?.id;
}

/**
 * `UP 32 DG 1234` and `up32-dg-1234` are one vehicle; undefined where nothing or too much is left, or what looks like a
 * mobile number, which must not get into the name of a file.
 */
function vehicleId(text: string): string | undefined {
  const id = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._/-]+/g, '');
  if (/^(91|0)?[6-9]\d{9}$/.test(id)) return undefined;
  return /^[a-z0-9]+$/.test(id) && id.length <= longestId ? id : undefined;
}
