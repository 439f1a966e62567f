import type { RejectReason } from '../../contract/values.ts';
import { type Columns, emptyList, findColumns } from '../../platform/lists/columns.ts';
import type { Row } from '../../platform/lists/rows.ts';
import { classifyNumber } from '../numbers/number.ts';

/** A row that may become a member. */
export interface Member {
  kind: 'member';
  row: number;
  msisdn: number;
  district: string | null;
  language: string;
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
  const districts = new Map<string, string | undefined>();

  function findDistrict(name: string): string | undefined {
    if (name.length > longestName) return undefined;
    if (!districts.has(name)) {
      // A hostile file has as many names as rows.
      if (districts.size > 10_000) districts.clear();
      districts.set(name, options.findDistrict(name));
    }
    return districts.get(name);
  }

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
    return { kind: 'member', row, msisdn: classified.msisdn, district, language };
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
