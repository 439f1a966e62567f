import { districtFinder } from '../../../campaigns/directory/district-names.ts';
import type { NamedDistrict } from '../../../campaigns/directory/station.ts';
import {
  type NamedStation,
  type StationId,
  stationFinder,
} from '../../../campaigns/directory/station-names.ts';
import type { RejectReason } from '../../contract/values.ts';
import { type Columns, emptyList, findColumns } from '../../platform/lists/columns.ts';
import { listRows, type Row } from '../../platform/lists/rows.ts';
import { classifyNumber } from '../numbers/number.ts';

/** A row that may become a member. */
export interface Member {
  kind: 'member';
  row: number;
  msisdn: number;
  district: string | null;
  language: string;
  /** Id of the station in its district; null where the row says none. */
  station: string | null;
}

export interface Reject {
  kind: 'reject';
  row: number;
  reason: RejectReason;
  /** The cell that is wrong, cut to 100 characters. */
  value: string;
}

export interface ClassifyOptions {
  /** Id of a district by its id or name in either script; undefined for no such district. */
  findDistrict: (name: string) => string | undefined;
  /** A station of a district, or of any where it is not known. */
  findStation: (name: string, district: string | null) => StationId | undefined;
  /** For rows without one. */
  defaultDistrict: string | null;
  defaultLanguage: 'hi' | 'en';
}

/** No district's name in any spelling is nearly as long. */
const longestName = 100;
const languages: Record<string, string> = {
  hi: 'hi',
  hindi: 'hi',
  हिन्दी: 'hi',
  हिंदी: 'hi',
  en: 'en',
  english: 'en',
  अंग्रेज़ी: 'en',
  अंग्रेजी: 'en',
};

/** Turns rows into members and rejects; empty rows are neither. The first row tells the columns. */
export function createClassifier(
  options: ClassifyOptions,
): (rows: readonly Row[]) => (Member | Reject)[] {
  let columns: Columns | undefined;
  const findDistrict = remember(options.findDistrict);
  const findStation = remember(options.findStation);

  function classifyRow({ number: row, cells }: Row, at: Columns): Member | Reject | null {
    const cell = (cells[at.number] ?? '').trim();
    if (cell === '' && cells.every((other) => other.trim() === '')) return null;
    const classified = classifyNumber(cell);
    if (classified.kind === 'rejected') return reject(row, classified.reason, cell);
    let district = options.defaultDistrict;
    const districtName = (cells[at.district] ?? '').trim();
    if (districtName !== '') {
      const id = findDistrict(districtName);
      if (id === undefined) return reject(row, 'unknown-district', districtName);
      district = id;
    }
    let language: string = options.defaultLanguage;
    const languageName = (cells[at.language] ?? '').trim();
    if (languageName !== '') {
      const known = languages[languageName.normalize('NFC').toLowerCase()];
      if (known === undefined) return reject(row, 'unknown-language', languageName);
      language = known;
    }
    const stationName = (cells[at.station] ?? '').trim();
    if (stationName === '') {
      return { kind: 'member', row, msisdn: classified.msisdn, district, language, station: null };
    }
    const place = findStation(stationName, district);
    if (place === undefined) return reject(row, 'unknown-station', stationName);
    const { district: within, id: station } = place;
    return { kind: 'member', row, msisdn: classified.msisdn, district: within, language, station };
  }

  return (rows) => {
    let from = 0;
    if (columns === undefined) {
      const found = findColumns(rows[0]?.cells ?? []);
      columns = found.columns;
      from = found.hasHeader ? 1 : 0;
    }
    const results: (Member | Reject)[] = [];
    for (let index = from; index < rows.length; index += 1) {
      const row = rows[index];
      const result = row === undefined ? null : classifyRow(row, columns);
      if (result !== null) results.push(result);
    }
    return results;
  };
}

/** A look-up that keeps what it found: millions of rows have few names. */
function remember<Within extends unknown[], Found>(
  find: (name: string, ...within: Within) => Found | undefined,
): (name: string, ...within: Within) => Found | undefined {
  const found = new Map<string, Found | undefined>();
  return (name, ...within) => {
    if (name.length > longestName) return undefined;
    const key = [name, ...within].join('\n');
    if (!found.has(key)) {
      // A hostile file has as many names as rows.
      if (found.size > 10_000) found.clear();
      found.set(key, find(name, ...within));
    }
    return found.get(key);
  };
}

function reject(row: number, reason: RejectReason, value: string): Reject {
  return { kind: 'reject', row, reason, value: value.slice(0, 100) };
}

/** Rows as members and rejects, a batch at a time. @throws TableError without any row */
export async function* classified(
  rows: AsyncIterable<readonly Row[]>,
  options: ClassifyOptions,
): AsyncGenerator<(Member | Reject)[]> {
  const classify = createClassifier(options);
  let any = false;
  for await (const batch of rows) {
    any = true;
    yield classify(batch);
  }
  if (!any) throw emptyList();
}

/** Members and rejects as lines of `audience_upload` in COPY's text form. */
export async function* copyText(
  id: number,
  batches: AsyncIterable<readonly (Member | Reject)[]>,
): AsyncGenerator<Buffer> {
  for await (const batch of batches) {
    let text = '';
    for (const entry of batch) {
      text +=
        entry.kind === 'member'
          ? `${id}\t${entry.row}\t${entry.msisdn}\t${entry.district ?? '\\N'}\t${entry.language}\t${entry.station ?? '\\N'}\t\\N\t\\N\n`
          : `${id}\t${entry.row}\t\\N\t\\N\t\\N\t\\N\t${entry.reason}\t${copyCell(entry.value)}\n`;
    }
    if (text !== '') yield Buffer.from(text);
  }
}

/** A cell as COPY's text form takes it; NUL is not allowed in PostgreSQL. */
export function copyCell(value: string): string {
  return value
    .replaceAll('\0', '')
    .replace(
      /[\\\t\n\r]/g,
      (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign] ?? '',
    );
}

/** A list on the disk, csv or xlsx by its name, and how its rows are to be taken. */
export interface UploadedList {
  path: string;
  name: string;
  classify: Omit<ClassifyOptions, 'findDistrict' | 'findStation'> & {
    districts: readonly NamedDistrict[];
    stations: readonly NamedStation[];
  };
}

/** Reads a list of numbers as lines for COPY: what goes over to the service is bytes, which cost it next to nothing. */
export function decode({ id, path, name, classify }: UploadedList & { id: number }) {
  const { districts, stations, ...rest } = classify;
  const find = { findDistrict: districtFinder(districts), findStation: stationFinder(stations) };
  return copyText(id, classified(listRows(path, name), { ...rest, ...find }));
}
