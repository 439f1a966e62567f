import type { OwnLanguage } from '../language.ts';
import { checkEnglishName, checkOwnName, checkUrduName, makeVisible } from './name-check.ts';
import { checkNameGrammar } from './name-grammar.ts';
import type { Expected, OverrideFault } from './override-fault.ts';
import {
  type OverrideAction,
  type OverrideColumn,
  type OverrideRow,
  type OverrideTable,
  readAction,
  readKind,
} from './override-table.ts';
import { type Directory, type Station, stationsOf } from './station.ts';
import { suggest } from './suggest.ts';

/** One correction that took effect. */
export interface AppliedOverride {
  file: string;
  row: number;
  /** `urdu` for a row without an action, which enters only a name in Urdu */
  action: OverrideAction | 'urdu';
  district: string;
  station: string;
  /** Hindi name before and after; null where there is no such name */
  before: string | null;
  after: string | null;
  /** The name in Urdu that the row enters; null where it says nothing new of it */
  nameUr: string | null;
  remark: string;
}

export interface OverrideOutcome {
  directory: Directory;
  applied: AppliedOverride[];
  faults: OverrideFault[];
}

/** A station before and after a row; null if it did not exist then. */
interface Change {
  was: Station | null;
  is: Station | null;
}
/** Why a row cannot be used. */
interface Refused {
  column: OverrideColumn;
  expected: Expected;
  found: string;
}
type Read = (row: OverrideRow, stations: readonly Station[], district: string) => Change | Refused;

const readers: Readonly<Record<AppliedOverride['action'], Read>> = {
  urdu: findStationOnly,
  add: readAdd,
  rename: readRename,
  remove: readRemove,
  checked: readChecked,
};

/**
 * Applies a district's own corrections. A row is taken whole or not at all; wrong rows are reported and the
 * others kept. The given directory is not changed.
 */
export function applyOverrides(
  directory: Directory,
  district: string,
  { file, sheet, rows, faults: unread = [] }: OverrideTable,
): OverrideOutcome {
  const faults = [...unread];
  const applied: AppliedOverride[] = [];
  const touched = new Map<string, number>();
  let stations = stationsOf(directory, district);
  for (const row of rows) {
    const where = { file, sheet, row: row.line };
    const action = findAction(row);
    if (action === undefined) {
      faults.push({ ...where, ...refuse('action', { code: 'action' }, row.cells.action) });
      continue;
    }
    const change = withUrdu(row, readers[action](row, stations, district));
    if ('expected' in change) {
      faults.push({ ...where, ...change });
      continue;
    }
    const id = (change.is ?? change.was)?.id ?? '';
    const nameUr = change.is?.nameUr === change.was?.nameUr ? null : (change.is?.nameUr ?? null);
    // A prefilled list repeats what is there.
    if (action === 'urdu' && nameUr === null) continue;
    const earlier = touched.get(id);
    if (earlier !== undefined) {
      const found = `"${id}" in rows ${earlier} and ${row.line}`;
      faults.push({ ...where, ...refuse('station', { code: 'station-once' }, found) });
      continue;
    }
    touched.set(id, row.line);
    stations = carryOut(change, stations);
    applied.push({
      file,
      row: row.line,
      action,
      district,
      station: id,
      before: change.was?.nameHi ?? null,
      after: change.is?.nameHi ?? null,
      nameUr,
      remark: row.cells.remark,
    });
  }
  return { directory: withStations(directory, district, stations), applied, faults };
}

function readAdd(
  row: OverrideRow,
  stations: readonly Station[],
  district: string,
): Change | Refused {
  const { station: idCell, name_hi: nameHi, name_en: nameEn } = row.cells;
  const kind = readKind(row.cells.kind);
  const id = idCell === '' ? makeId(nameEn) : idCell;
  const known = stations.find((station) => station.id === id);
  const refusal =
    refuseName('name_hi', nameHi, stations[0]?.language) ??
    refuseName('name_en', nameEn) ??
    refuseDouble(nameHi, stations);
  if (refusal) return refusal;
  if (kind === undefined) return refuse('kind', { code: 'kind' }, row.cells.kind);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 60) {
    return refuse('station', { code: 'station-id' }, idCell);
  }
  if (known) return refuse('station', { code: 'unused-id' }, `"${id}" (${known.nameHi})`);
  const language = stations[0]?.language;
  const station = { district, id, kind, nameEn, nameHi, ...(language && { language }) };
  return { was: null, is: { ...station, ...ownWord } };
}

function readRename(row: OverrideRow, stations: readonly Station[]): Change | Refused {
  const was = findStation(row, stations);
  if ('expected' in was) return was;
  const { name_hi: hi, name_en: en } = row.cells;
  if (hi === '' && en === '') return refuse('name_hi', { code: 'new-name' }, '');
  const others = stations.filter((station) => station !== was);
  const refusal =
    (hi === '' ? null : (refuseName('name_hi', hi, was.language) ?? refuseDouble(hi, others))) ??
    (en === '' ? null : refuseName('name_en', en));
  if (refusal) return refusal;
  const kind = row.cells.kind === '' ? was.kind : readKind(row.cells.kind);
  if (kind === undefined) return refuse('kind', { code: 'kind' }, row.cells.kind);
  const names = { nameHi: hi || was.nameHi, nameEn: en || was.nameEn };
  return { was, is: { ...was, kind, ...names, ...ownWord } };
}

function readRemove(row: OverrideRow, stations: readonly Station[]): Change | Refused {
  const was = findStation(row, stations);
  return 'expected' in was ? was : { was, is: null };
}

function readChecked(row: OverrideRow, stations: readonly Station[]): Change | Refused {
  const was = findStation(row, stations);
  if ('expected' in was) return was;
  const names = [
    ['name_hi', was.nameHi],
    ['name_en', was.nameEn],
  ] as const;
  for (const [column, name] of names) {
    const cell = row.cells[column];
    if (cell === '' || cell === name) continue;
    return refuse(column, { code: 'same-name', name }, cell);
  }
  return { was, is: { ...was, ...ownWord } };
}

/** A row without an action may enter a name in Urdu, which settles nothing else of the station. */
function findAction({ cells }: OverrideRow): AppliedOverride['action'] | undefined {
  return cells.action === '' && cells.name_ur !== '' ? 'urdu' : readAction(cells.action);
}

function findStationOnly(row: OverrideRow, stations: readonly Station[]): Change | Refused {
  const was = findStation(row, stations);
  return 'expected' in was ? was : { was, is: was };
}

/** The station with the name in Urdu that the row has; an empty cell leaves it as it is. */
function withUrdu({ cells: { name_ur: nameUr } }: OverrideRow, read: Change | Refused) {
  if ('expected' in read || read.is === null || nameUr === '') return read;
  const fault = checkUrduName(nameUr);
  if (fault !== null) return refuse('name_ur', { code: fault.code }, nameUr);
  return { ...read, is: { ...read.is, nameUr } };
}

/** The district has spoken: its word replaces the evidence and answers every note. */
const ownWord = { evidence: 'district', notes: [], needsCheck: false } satisfies Partial<Station>;

function carryOut({ was, is }: Change, stations: readonly Station[]): Station[] {
  if (was === null) return is === null ? [...stations] : [...stations, is];
  return stations.flatMap((station) => {
    if (station !== was) return [station];
    return is === null ? [] : [is];
  });
}

function findStation(row: OverrideRow, stations: readonly Station[]): Station | Refused {
  const typed = row.cells.station.normalize('NFC');
  const met = stations.find(({ id, nameHi }) => id === typed.toLowerCase() || nameHi === typed);
  if (met) return met;
  return refuse('station', { code: 'known-station', near: suggest(typed, stations) }, typed);
}

function refuseName(
  column: 'name_hi' | 'name_en',
  name: string,
  language: OwnLanguage = 'hi',
): Refused | null {
  const isOwn = column === 'name_hi';
  if (name === '')
    return refuse(column, isOwn ? { code: 'own-name', language } : { code: 'english-name' }, '');
  const code =
    (isOwn ? checkOwnName(name, language) : checkEnglishName(name))?.code ?? checkNameGrammar(name);
  return code && refuse(column, { code }, name);
}

function refuseDouble(nameHi: string, others: readonly Station[]): Refused | null {
  const other = others.find((station) => station.nameHi === nameHi);
  if (!other) return null;
  return refuse('name_hi', { code: 'unique-name' }, `"${nameHi}" (${other.id})`);
}

function refuse(column: OverrideColumn, expected: Expected, found: string): Refused {
  return { column, expected, found: makeVisible(found) };
}

/** Puts a district's stations back in their place; the order by district stays. */
function withStations(directory: Directory, district: string, stations: Station[]): Directory {
  const first = directory.stations.findIndex((station) => station.district === district);
  const others = directory.stations.filter((station) => station.district !== district);
  const at = first < 0 ? others.length : first;
  return { ...directory, stations: [...others.slice(0, at), ...stations, ...others.slice(at)] };
}

function makeId(nameEn: string): string {
  return nameEn
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
