import type { CsvRow } from '../tables/csv.ts';
import type { OverrideFault } from './override-fault.ts';
import {
  findOverrideColumn,
  type OverrideAction,
  type OverrideColumn,
  type OverrideRow,
  type OverrideTable,
  readOverrideTable,
} from './override-table.ts';
import { applyOverrides } from './overrides.ts';
import { type Directory, type Station, type StationKind, stationsOf } from './station.ts';

/** A district's word on one of its stations, as it shall be from now on. */
export interface Correction {
  district: string;
  station: string;
  action: OverrideAction;
  nameHi: string;
  nameEn: string;
  kind: StationKind;
  remark: string;
}

/** A word on one station as a row of its district. */
export function toRow(word: Omit<Correction, 'district'>, at = 0): OverrideRow {
  const { action, station, nameHi, nameEn, kind, remark } = word;
  const named = action === 'add' || action === 'rename';
  const names = named ? [nameHi.normalize('NFC'), nameEn.normalize('NFC'), kind] : [];
  const [name_hi = '', name_en = '', ofKind = ''] = names;
  const cells = { action, station, name_hi, name_en, name_ur: '', kind: ofKind, remark };
  return { line: at + 1, cells };
}

export interface Corrected {
  /** All corrections of the district after the rows. */
  corrections: Correction[];
  /** Stations that the rows changed, by id. */
  touched: string[];
  /** New names in Urdu in the rows. They are no part of a correction: the station keeps them as an own field. */
  urdu: { station: string; nameUr: string; row: number }[];
  faults: OverrideFault[];
}

/**
 * Takes rows of a district over what it corrected before. A row is taken whole or not at all.
 * @param base the directory without the district's corrections, with its stations' names in Urdu
 * @param earlier what the district corrected before
 */
export function correct(
  base: Directory,
  district: string,
  { earlier, table }: { earlier: readonly Correction[]; table: OverrideTable },
): Corrected {
  const corrections = new Map(earlier.map((each) => [each.station, each]));
  const before = applyCorrections(base, earlier).directory;
  const outcome = applyOverrides(before, district, table);
  const inBase = new Set(stationsOf(base, district).map(({ id }) => id));
  const after = new Map(stationsOf(outcome.directory, district).map((each) => [each.id, each]));
  const earlierStations = new Map(stationsOf(before, district).map((each) => [each.id, each]));
  for (const { station: id, action, remark } of outcome.applied) {
    if (action === 'urdu') continue;
    const station = after.get(id) ?? earlierStations.get(id);
    if (station === undefined) continue;
    if (action === 'remove' && !inBase.has(id)) corrections.delete(id);
    else {
      const { nameHi, nameEn, kind } = station;
      const kept = action === 'remove' || inBase.has(id) ? action : 'add';
      corrections.set(id, { district, station: id, action: kept, nameHi, nameEn, kind, remark });
    }
  }
  return {
    corrections: [...corrections.values()].sort((a, b) => (a.station < b.station ? -1 : 1)),
    touched: outcome.applied.flatMap(({ station, action }) => (action === 'urdu' ? [] : [station])),
    urdu: outcome.applied.flatMap(({ station, nameUr, row }) =>
      nameUr === null ? [] : [{ station, nameUr, row }],
    ),
    faults: outcome.faults,
  };
}

/**
 * The directory with what districts corrected. A name that was confirmed is a change to it, so that the district's word
 * stands when the compiled list is changed later; a correction that no longer fits is left out.
 */
export function applyCorrections(
  base: Directory,
  corrections: readonly Correction[],
): { directory: Directory; faults: OverrideFault[] } {
  const faults: OverrideFault[] = [];
  let directory = base;
  for (const [district, own] of Map.groupBy(corrections, (each) => each.district)) {
    const rows = own.map(({ action, ...word }, at) =>
      toRow({ ...word, action: action === 'checked' ? 'rename' : action }, at),
    );
    const outcome = applyOverrides(directory, district, { file: district, sheet: null, rows });
    directory = outcome.directory;
    faults.push(...outcome.faults);
  }
  return { directory, faults };
}

/** A list that a district handed in. */
export function readDistrictList(file: string, rows: readonly CsvRow[]): OverrideTable {
  return readOverrideTable({ file, sheet: null, rows: withWord(rows) });
}

/** A prefilled list has a row for each station: one with neither action nor name in Urdu says nothing. */
function withWord(rows: readonly CsvRow[]): CsvRow[] {
  const [head, ...body] = rows;
  if (head === undefined) return [];
  const columnAt = (column: OverrideColumn) =>
    head.cells.findIndex((cell) => findOverrideColumn(cell) === column);
  const says = [columnAt('action'), columnAt('name_ur')].filter((at) => at >= 0);
  if (columnAt('action') < 0) return [head, ...body];
  return [head, ...body.filter(({ cells }) => says.some((at) => (cells[at] ?? '').trim() !== ''))];
}

/**
 * The list of a district's stations, to be corrected in a spreadsheet and handed in again.
 * @param options.urdu whether the campaign has Urdu, and so a column for the names in it
 */
export function correctionForm(
  stations: readonly Station[],
  { urdu }: { urdu: boolean },
): string[][] {
  const inUrdu = (cell: string) => (urdu ? [cell] : []);
  return [
    ['कार्य', 'थाना', 'हिंदी नाम', 'अंग्रेज़ी नाम', ...inUrdu('उर्दू नाम'), 'प्रकार', 'टिप्पणी'],
    ...stations.map(({ id, nameHi, nameEn, nameUr = '', kind }) => [
      ...['', id, nameHi, nameEn],
      ...inUrdu(nameUr),
      ...[kind, ''],
    ]),
  ];
}
