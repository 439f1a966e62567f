import { languageFacts, type OwnLanguage } from '../language.ts';
import { hasLetters } from '../languages/typesetting/scripts.ts';
import type { CsvRow } from '../tables/csv.ts';

/** Things that a column of a published list may hold. */
const openRoles = ['latitude', 'longitude', 'kind', 'district', 'station'] as const;
type Role = (typeof openRoles)[number];
const openColumns = [
  ...(['districtEn', 'districtOwn', 'stationEn', 'stationOwn'] as const),
  ...(['latitude', 'longitude', 'kind'] as const),
];
export type OpenColumn = (typeof openColumns)[number];

/** A row of a list by its columns; what a column lacks is empty. */
export interface OpenRow {
  line: number;
  cells: Record<OpenColumn, string>;
}

const englishHeads: Readonly<Record<Role, RegExp>> = {
  latitude: /^\W*lat/i,
  longitude: /^\W*(?:long|lng|lon\b)/i,
  kind: /\b(?:type|kind|category)\b/i,
  district: /\b(?:dist(?:t|rict)?s?(?![a-z])|jila|zila|zilla|janpad)/i,
  station: /\b(?:station|thana|ps)\b|\bp\. ?s\b/i,
};
/** Columns about a district or station that hold no name. */
const beside =
  /\b(?:code|id|no|number|phone|mobile|telephone|e-?mail|mail|address|officer|incharge|sho|pin|lgd|type|kind|category|headquarters?)\b/i;
const mostTitleRows = 10;

/**
 * Finds the head of a published list, which may have titles above it, and sorts the cells below under its columns. A column is
 * known by its head in English or the own language, and its side by the letters in it.
 * @throws where no row heads both districts and stations
 */
export function readOpenRows(
  rows: readonly CsvRow[],
  language: OwnLanguage,
): { rows: OpenRow[]; unread: string[] } {
  for (const [at, { cells: heads }] of rows.slice(0, mostTitleRows).entries()) {
    const roles = heads.map((head) => findRole(head, language));
    if (!roles.includes('district') || !roles.includes('station')) continue;
    const body = rows.slice(at + 1);
    const columns = roles.map((role, column) => role && name(role, column, { body, language }));
    const places = new Map<OpenColumn, number>();
    const unread: string[] = [];
    for (const [column, known] of columns.entries()) {
      if (known === undefined || places.has(known)) unread.push(heads[column] ?? '');
      else places.set(known, column);
    }
    return {
      unread: unread.filter((head) => head.trim() !== ''),
      rows: body
        .filter(({ cells }) => cells.some((each) => each.trim() !== ''))
        .map(({ line, cells }) => ({
          line,
          cells: toCells((column) => cells[places.get(column) ?? -1]),
        })),
    };
  }
  const found = rows[0]?.cells.join(', ') ?? 'an empty file';
  throw new Error(
    `Expected a head with a column of districts and one of police stations, in English or ${languageFacts[language].name.en}, got ${found}`,
  );
}

/** Cells by their columns, without stray blanks; what is not there is empty. */
export function toCells(read: (column: OpenColumn) => string | undefined): OpenRow['cells'] {
  const plain = (text = '') => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const cells = openColumns.map((column) => [column, plain(read(column))]);
  return Object.fromEntries(cells) as OpenRow['cells'];
}

function findRole(head: string, language: OwnLanguage): Role | undefined {
  const plain = head.normalize('NFC').replace(/[_\n]/g, ' ').trim();
  const own = languageFacts[language].directoryHeads;
  return openRoles.find((role) => {
    if ((role === 'district' || role === 'station') && beside.test(plain)) return false;
    const words = role === 'kind' ? [languageFacts[language].nameSheet[4]] : own[role];
    return englishHeads[role].test(plain) || words.some((word) => plain.includes(word));
  });
}

/** The side of a column of names, by the letters of most of its cells. */
function name(
  role: Role,
  column: number,
  { body, language }: { body: readonly CsvRow[]; language: OwnLanguage },
): OpenColumn {
  if (role !== 'district' && role !== 'station') return role;
  const { script } = languageFacts[language];
  const filled = body.map(({ cells }) => cells[column] ?? '').filter((cell) => cell.trim() !== '');
  const own = filled.filter((cell) => hasLetters(cell.normalize('NFC'), script)).length;
  return `${role}${own * 2 > filled.length ? 'Own' : 'En'}`;
}
