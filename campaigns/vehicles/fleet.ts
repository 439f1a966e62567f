import type { Directory } from '../directory/station.ts';
import { suggest } from '../directory/suggest.ts';
import { CsvError, parseCsv } from '../tables/csv.ts';
import { csvFault } from '../tables/csv-fault.ts';
import type { VehicleModel } from './vehicles.ts';

/** One vehicle of a fleet list; the id is its registration or call sign in small letters. */
export type FleetVehicle = { district: string; vehicle: string; model: string };

/** What is wrong in a fleet list; the row is that of the file, the heading being the first. */
export type FleetFault = { row: number; field: string; expected: string; found: string };

const fields = ['district', 'vehicle', 'model'] as const;
const longestId = 40;

/**
 * Reads a fleet list: csv with the columns district, vehicle and model, in any order. Rows that are wrong are told and
 * left out; the others stand.
 */
export function readFleet(
  text: string,
  { directory, models }: { directory: Directory; models: readonly VehicleModel[] },
): { vehicles: FleetVehicle[]; faults: FleetFault[] } {
  const faults: FleetFault[] = [];
  let rows: ReturnType<typeof parseCsv>;
  try {
    rows = parseCsv(text);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { row, expected, found } = csvFault(error);
    return { vehicles: [], faults: [{ row, field: 'csv', expected: expected.en, found }] };
  }
  const [heading, ...lines] = rows;
  const names = (heading?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  for (const field of fields) {
    if (names.filter((name) => name === field).length === 1) continue;
    const found = names.join(', ') || 'an empty file';
    faults.push({ row: 1, field, expected: `one column "${field}"`, found });
  }
  if (faults.length > 0) return { vehicles: [], faults };
  const seen = new Map<string, number>();
  const vehicles: FleetVehicle[] = [];
  for (const { line, cells } of lines) {
    const cell = (field: (typeof fields)[number]) => (cells[names.indexOf(field)] ?? '').trim();
    const wrong: FleetFault[] = [];
    const refuse = (field: string, expected: string) =>
      wrong.push({ row: line, field, expected, found: `"${cell(field as 'district')}"` });
    const district = directory.districts.find(({ id, nameHi, nameEn }) =>
      [id, nameHi, nameEn.toLowerCase()].includes(cell('district').toLowerCase()),
    );
    if (district === undefined) {
      const near = suggest(cell('district'), directory.districts);
      refuse('district', `a district${near.length > 0 ? ` (${near.join(', ')}?)` : ''}`);
    }
    const vehicle = vehicleId(cell('vehicle'));
    if (vehicle === undefined) {
      refuse('vehicle', `a registration or call sign in letters and digits, at most ${longestId}`);
    }
    const model = models.find(({ id, name }) =>
      [id, name.hi, name.en.toLowerCase()].includes(cell('model').toLowerCase()),
    );
    if (model === undefined) refuse('model', `one of ${models.map(({ id }) => id).join(', ')}`);
    const key = `${district?.id}/${vehicle}`;
    const before = seen.get(key);
    if (wrong.length === 0 && before !== undefined)
      refuse('vehicle', `each vehicle once (it stands in row ${before} already)`);
    faults.push(...wrong);
    if (wrong.length > 0 || district === undefined || vehicle === undefined || model === undefined)
      continue;
    seen.set(key, line);
    vehicles.push({ district: district.id, vehicle, model: model.id });
  }
  return { vehicles, faults };
}

/** `UP 32 DG 1234` and `up32-dg-1234` are one vehicle; undefined where nothing or too much is left. */
function vehicleId(text: string): string | undefined {
  const id = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._/-]+/g, '');
  return /^[a-z0-9]+$/.test(id) && id.length <= longestId ? id : undefined;
}
