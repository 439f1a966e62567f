import type { Bilingual } from '../bilingual.ts';
import { type Station, stationKey } from '../directory/station.ts';
import { stripName } from '../directory/strip-name.ts';
import { suggest } from '../directory/suggest.ts';
import { dayRangeText, parseDay, parseField, readDayRange } from '../fields/field-text.ts';
import { CsvError, parseCsv } from '../tables/csv.ts';
import type { RowFault } from '../tables/row-fault.ts';
import { csvFault } from '../tables/table-error.ts';
import { readXlsx } from '../tables/xlsx.ts';
import { spellAsHouse } from '../words/house-spellings.ts';
import type { ActivityDetails } from './activity.ts';
import type { ActivityKind } from './activity-kinds.ts';
import { type BulkColumn, bulkColumns } from './bulk-columns.ts';
import { dayExpected, describeExpected, someValue } from './expected.ts';

/** Where and why a row of a list cannot be taken. */
export interface BulkFault extends RowFault {
  file: string;
  /** Null in a csv file. */
  sheet: string | null;
  row: number;
}

/** A row that can be read; whether it may be entered is for the rules to say. */
export interface BulkRow {
  row: number;
  sheet: string | null;
  cells: string[];
  entry: { day: string; station: string | null; details: ActivityDetails; remark: string };
}

/** Rows that were not taken, unchanged. */
export interface BulkReject {
  cells: string[];
  fault: BulkFault;
}

export interface BulkTable {
  header: string[];
  rows: BulkRow[];
  rejects: BulkReject[];
}

export const mostBulkRows = 2000;
export const mostBulkBytes = 5_000_000;

/** Something is wrong with the file as a whole. */
export class BulkError extends Error {
  readonly fault: BulkFault;

  constructor(fault: BulkFault) {
    super(
      `${fault.file}:${fault.row}: Expected ${fault.expected.en} for \`${fault.column}\`, got "${fault.found ?? ''}"`,
    );
    this.name = 'BulkError';
    this.fault = fault;
  }
}

/**
 * Reads a csv or xlsx list of activities of one kind. Rows that cannot be read are set aside, each with its reason.
 * @throws BulkError when the file is no list, has no row, too many, or lacks a column
 */
export function readBulk(
  kind: ActivityKind,
  file: { name: string; bytes: Uint8Array },
  stations: readonly Station[],
): BulkTable {
  const at = (
    row: number,
    column: string,
    expected: Bilingual,
    found: string,
    sheet: string | null = null,
  ) => new BulkError({ file: file.name, sheet, row, column, expected, found });
  if (file.bytes.length > mostBulkBytes) {
    throw at(
      0,
      'file',
      {
        hi: `अधिकतम ${mostBulkBytes / 1e6} MB`,
        en: `at most ${mostBulkBytes / 1e6} MB`,
      },
      `${(file.bytes.length / 1e6).toFixed(1)} MB`,
    );
  }
  const sheets = openSheets(file);
  const columns = bulkColumns(kind);
  const names = listNames(stations);
  const table: BulkTable = { header: [], rows: [], rejects: [] };
  for (const { sheet, rows } of sheets) {
    const [head, ...body] = rows;
    if (head === undefined) continue;
    const places = columns.map((column) => ({ ...column, at: findPlace(head.cells, column) }));
    const missing = places.find((place) => place.at === undefined && place.required);
    if (missing !== undefined) {
      const { headers } = missing;
      throw at(
        head.line,
        headers[0] ?? '',
        { hi: `स्तंभ “${headers.join(' / ')}”`, en: `a column ${headers.join(' / ')}` },
        head.cells.join(', ').slice(0, 200),
        sheet,
      );
    }
    if (table.header.length === 0) table.header = head.cells;
    for (const { line, cells } of body) {
      if (table.rows.length + table.rejects.length >= mostBulkRows) {
        throw at(
          line,
          'row',
          { hi: `अधिकतम ${mostBulkRows} पंक्तियाँ`, en: `at most ${mostBulkRows} rows` },
          'more',
          sheet,
        );
      }
      const read = readRow(places, cells, { stations, names });
      if ('expected' in read)
        table.rejects.push({ cells, fault: { file: file.name, sheet, row: line, ...read } });
      else table.rows.push({ row: line, sheet, cells, entry: read });
    }
  }
  if (table.rows.length + table.rejects.length === 0)
    throw at(1, 'row', { hi: 'कम से कम एक पंक्ति', en: 'at least one row' }, 'none');
  return table;
}

function openSheets({ name, bytes }: { name: string; bytes: Uint8Array }): {
  sheet: string | null;
  rows: { line: number; cells: string[] }[];
}[] {
  try {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      return readXlsx(bytes).map(({ name: sheet, rows }) => ({ sheet, rows }));
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return [{ sheet: null, rows: parseCsv(text) }];
  } catch (cause) {
    if (cause instanceof CsvError) {
      const { row, column, expected, found } = csvFault(cause);
      throw new BulkError({
        file: name,
        sheet: null,
        row,
        column: String(column),
        expected,
        found,
      });
    }
    const found = (cause as Error).message;
    throw new BulkError({
      file: name,
      sheet: null,
      row: 1,
      column: 'file',
      expected: { hi: 'UTF-8 में CSV, या XLSX', en: 'csv in UTF-8 or xlsx' },
      found,
    });
  }
}

function findPlace(head: readonly string[], { name, headers }: BulkColumn): number | undefined {
  // A list that was handed out before a word got its spelling is still read.
  const plain = (text: string) => spellAsHouse(text).toLowerCase().replace(/\s+/g, ' ').trim();
  const wanted = [name, ...headers].map(plain);
  const at = head.findIndex((title) => wanted.includes(plain(title)));
  return at < 0 ? undefined : at;
}

type Fault = Pick<BulkFault, 'column' | 'expected' | 'found'>;
type Place = BulkColumn & { at: number | undefined };

function readRow(
  places: readonly Place[],
  cells: readonly string[],
  { stations, names }: { stations: readonly Station[]; names: StationNames },
): BulkRow['entry'] | Fault {
  const entry: BulkRow['entry'] = { day: '', station: null, details: {}, remark: '' };
  const ends: Partial<Record<'from' | 'to', string>> = {};
  for (const place of places) {
    const { name, headers, field, end, required, at } = place;
    const text = (at === undefined ? '' : (cells[at] ?? '')).trim();
    const fault = (expected: Bilingual): Fault => ({
      column: headers[0] ?? name,
      expected,
      found: text.slice(0, 80),
    });
    if (text === '') {
      if (required) return { ...fault(someValue), found: null };
    } else if (name === 'day') {
      const day = parseDay(text);
      if (day === undefined) return fault(dayExpected());
      entry.day = day;
    } else if (name === 'station') {
      const station = findStation(text, names);
      if (station === undefined) {
        const near = suggest(text, stations).join(', ');
        return fault({
          hi: `जनपद का थाना${near === '' ? '' : ` (संभवतः ${near})`}`,
          en: `a station of the district${near === '' ? '' : ` (perhaps ${near})`}`,
        });
      }
      entry.station = station.id;
    } else if (field === null) entry.remark = text;
    else if (end !== undefined) {
      const day = parseDay(text);
      if (day === undefined) return fault(dayExpected());
      ends[end] = day;
      if (end === 'from') continue;
      const range = dayRangeText({ from: ends.from ?? day, to: day });
      if (readDayRange(range) === undefined) {
        return fault({ hi: 'पहले दिन से पहले का न हो', en: 'a day that is not before the first one' });
      }
      entry.details[field.name] = range;
    } else {
      const value = parseField(field, text);
      if (value === undefined) return fault(describeExpected(field));
      entry.details[name] = value;
    }
  }
  return entry;
}

const toPlain = (name: string) => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

type StationNames = ReadonlyMap<string, ReadonlySet<Station>>;

/** Stations by each of the names that a list may call them; a name of several leads to none. */
function listNames(stations: readonly Station[]): StationNames {
  const names = new Map<string, Set<Station>>();
  for (const station of stations) {
    const { id, nameHi, nameEn } = station;
    for (const name of [id, stationKey(station), nameHi, nameEn, stripName(station)]) {
      const key = toPlain(name);
      names.set(key, (names.get(key) ?? new Set()).add(station));
    }
  }
  return names;
}

function findStation(text: string, names: StationNames): Station | undefined {
  const found = names.get(toPlain(text));
  return found?.size === 1 ? [...found][0] : undefined;
}
