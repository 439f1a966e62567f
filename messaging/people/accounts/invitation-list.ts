import { z } from 'zod';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { Areas } from '../../../campaigns/directory/areas-schema.ts';
import { areaKinds, type Office, type OfficePlaces } from '../../../campaigns/offices/office.ts';
import { type Role, roles } from '../../../campaigns/offices/role.ts';
import { parseCsv } from '../../../campaigns/tables/csv.ts';
import type { RowFault } from '../../../campaigns/tables/row-fault.ts';
import { readXlsx } from '../../../campaigns/tables/xlsx.ts';
import {
  areaWords,
  columnNames,
  fileWords,
  rowWords,
} from '../../../campaigns/words/invitation-list-words.ts';

export const mostInvitations = 200;

/** A row that can be invited. */
export interface InvitationRow extends Office {
  row: number;
  email: string;
}

export interface InvitationList {
  rows: InvitationRow[];
  faults: RowFault[];
}

export interface InvitationRules {
  districts: OfficePlaces['districts'];
  areas: Areas;
  /** Roles that the one who invites may give. */
  invitable: readonly Role[];
  /** Addresses that have an account. */
  taken: ReadonlySet<string>;
  /** Addresses whose invitation is open, each with its number of the list of open ones. */
  invited: ReadonlySet<string>;
}

const columns = {
  email: ['ई-मेल', 'email', 'e-mail'],
  area: ['कार्यालय', 'office', 'area', 'जनपद', 'district'],
  role: ['दायित्व', 'role'],
} as const;
const roleNames: Readonly<Record<Role, readonly string[]>> = {
  district: ['district', 'pro', 'जनपद', 'जनपद के pro', 'जनसम्पर्क अधिकारी'],
  range: ['range', 'परिक्षेत्र'],
  zone: ['zone', 'जोन', 'ज़ोन'],
  hq: ['hq', 'मुख्यालय'],
  'pro-dgp': ['pro-dgp', 'pro to dgp'],
  branch: ['branch', 'शाखा', 'मुख्यालय शाखा'],
  admin: ['admin', 'प्रशासक'],
};
const email = z.email().max(254);

type TypedRow = Record<keyof typeof columns, string>;
type Fault = Omit<RowFault, 'row'>;

/** Reads a csv or xlsx list of officers to invite; rows that cannot be taken are named with the reason. */
export function readInvitations(bytes: Uint8Array, rules: InvitationRules): InvitationList {
  const table = readTable(bytes);
  if (table === null) return refuseFile(fileWords.kind);
  const [head, ...body] = table;
  const findColumn = (names: readonly string[]) =>
    head?.cells.findIndex((title) => names.includes(toPlain(title))) ?? -1;
  const [email, area, role] = [columns.email, columns.area, columns.role].map(findColumn) as [
    number,
    number,
    number,
  ];
  if (email < 0 || area < 0)
    return refuseFile(fileWords.columns, head?.cells.join(', ').slice(0, 80));
  const filled = body.filter(({ cells }) => (cells[email] ?? '').trim() !== '');
  if (filled.length === 0) return refuseFile(fileWords.empty);
  if (filled.length > mostInvitations)
    return refuseFile(fileWords.most(mostInvitations), String(filled.length));
  const list: InvitationList = { rows: [], faults: [] };
  const seen = new Map<string, number>();
  for (const { line, cells } of filled) {
    const cell = (place: number) => (cells[place] ?? '').trim();
    const typed = { email: cell(email).toLowerCase(), area: cell(area), role: cell(role) };
    const fault = findEmailFault(typed.email, rules, seen);
    const office = fault ?? readOffice(typed, rules);
    if ('expected' in office) list.faults.push({ row: line, ...office });
    else {
      seen.set(typed.email, line);
      list.rows.push({ row: line, email: typed.email, ...office });
    }
  }
  return list;
}

function findEmailFault(
  typed: string,
  { taken, invited }: InvitationRules,
  seen: ReadonlyMap<string, number>,
): Fault | undefined {
  const column = columnNames.email;
  if (!email.safeParse(typed).success)
    return { column, expected: rowWords.email, found: typed.slice(0, 80) };
  const before = seen.get(typed);
  if (before !== undefined) return { column, expected: rowWords.repeated(before), found: null };
  if (taken.has(typed)) return { column, expected: rowWords.taken, found: null };
  if (invited.has(typed)) return { column, expected: rowWords.invited, found: null };
  return undefined;
}

function readOffice(
  typed: TypedRow,
  { districts, areas, invitable }: InvitationRules,
): Office | Fault {
  const role =
    typed.role === ''
      ? 'district'
      : roles.find((name) => roleNames[name].includes(toPlain(typed.role)));
  if (role === undefined || !invitable.includes(role)) {
    const names = invitable.map((name) => roleNames[name][0]).join(', ');
    return {
      column: columnNames.role,
      expected: rowWords.role(names),
      found: typed.role.slice(0, 80),
    };
  }
  const area = findArea(role, typed.area, { districts, areas });
  if (area !== undefined) return { role, area };
  return { column: columnNames.area, expected: areaWords[role], found: typed.area.slice(0, 80) };
}

/** Id of the area that is meant; null for the whole state, undefined where there is none. */
function findArea(
  role: Role,
  text: string,
  { districts, areas }: Pick<InvitationRules, 'districts' | 'areas'>,
): string | null | undefined {
  const kind = areaKinds[role];
  if (kind === null) return text === '' ? null : undefined;
  const named: readonly (readonly [string, string, string])[] =
    kind === 'district'
      ? districts.map(({ id, nameHi, nameEn }) => [id, nameHi, nameEn])
      : Object.entries(
          { range: areas.ranges, zone: areas.zones, branch: areas.branches }[kind],
        ).map(([id, { hi, en }]) => [id, hi, en]);
  const typed = toBareName(text);
  return named.find((names) => names.some((name) => toBareName(name) === typed))?.[0];
}

/** A name without the word for its kind and without blanks: गौतम बुद्ध नगर is गौतमबुद्धनगर. */
function toBareName(text: string): string {
  return toPlain(text)
    .replace(/^जनपद |\s?(?:district|range|zone|परिक्षेत्र|जोन|ज़ोन)$/g, '')
    .replace(/\s/g, '');
}

function toPlain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function readTable(bytes: Uint8Array): { line: number; cells: string[] }[] | null {
  try {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(bytes)[0]?.rows ?? [];
    return parseCsv(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

function refuseFile(expected: Bilingual, found = ''): InvitationList {
  return { rows: [], faults: [{ row: 1, column: 'file', expected, found }] };
}
