import { z } from 'zod';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { Areas } from '../../../campaigns/directory/areas-schema.ts';
import { areaKinds, type Office, type OfficePlaces } from '../../../campaigns/offices/office.ts';
import { type Role, roles } from '../../../campaigns/offices/role.ts';
import { parseCsv } from '../../../campaigns/tables/csv.ts';
import { readXlsx } from '../../../campaigns/tables/xlsx.ts';

export const mostInvitations = 200;

/** A row that can be invited. */
export interface InvitationRow extends Office {
  row: number;
  email: string;
}

/** Why a row is left out; without `found` the expected says it whole. */
export interface InvitationFault {
  row: number;
  column: string;
  expected: Bilingual;
  found: string | null;
}

export interface InvitationList {
  rows: InvitationRow[];
  faults: InvitationFault[];
}

/** What is known beside the list. */
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

/** Reads a csv or xlsx list of officers to invite; rows that cannot be taken are named with the reason. */
export function readInvitations(bytes: Uint8Array, rules: InvitationRules): InvitationList {
  const sheets = rowsOf(bytes);
  if (sheets === null) return fileFault({ hi: 'UTF-8 में CSV, या XLSX', en: 'csv in UTF-8 or xlsx' });
  const [head, ...body] = sheets;
  const at = (names: readonly string[]) =>
    head?.cells.findIndex((title) => names.includes(plain(title))) ?? -1;
  const places = { email: at(columns.email), area: at(columns.area), role: at(columns.role) };
  if (places.email < 0 || places.area < 0) {
    return fileFault(
      { hi: 'पहली पंक्ति में स्तम्भ ई-मेल और कार्यालय', en: 'the columns e-mail and office in row 1' },
      head?.cells.join(', ').slice(0, 80),
    );
  }
  const filled = body.filter(({ cells }) => (cells[places.email] ?? '').trim() !== '');
  if (filled.length === 0) {
    return fileFault({ hi: 'ई-मेल वाली कम से कम एक पंक्ति', en: 'a row with an e-mail' });
  }
  if (filled.length > mostInvitations) {
    return fileFault(
      { hi: `अधिकतम ${mostInvitations} पंक्तियाँ`, en: `at most ${mostInvitations} rows` },
      String(filled.length),
    );
  }
  const list: InvitationList = { rows: [], faults: [] };
  const seen = new Map<string, number>();
  for (const { line, cells } of filled) {
    const cell = (place: number) => (cells[place] ?? '').trim();
    const typed = {
      email: cell(places.email).toLowerCase(),
      area: cell(places.area),
      role: cell(places.role),
    };
    const read = readRow(typed, rules, seen);
    if ('expected' in read) list.faults.push({ row: line, ...read });
    else {
      seen.set(typed.email, line);
      list.rows.push({ row: line, email: typed.email, ...read });
    }
  }
  return list;
}

type Fault = Omit<InvitationFault, 'row'>;

function readRow(
  typed: { email: string; area: string; role: string },
  { districts, areas, invitable, taken, invited }: InvitationRules,
  seen: ReadonlyMap<string, number>,
): Office | Fault {
  const say = (hi: string, en: string): Fault => ({
    column: 'ई-मेल',
    expected: { hi, en },
    found: null,
  });
  if (!email.safeParse(typed.email).success) {
    return {
      column: 'ई-मेल',
      expected: { hi: 'ई-मेल पता', en: 'an e-mail address' },
      found: typed.email.slice(0, 80),
    };
  }
  const before = seen.get(typed.email);
  if (before !== undefined)
    return say(`यही ई-मेल पंक्ति ${before} में है`, `This e-mail stands in row ${before}`);
  if (taken.has(typed.email))
    return say('इस ई-मेल का खाता पहले से है', 'This e-mail has an account already');
  if (invited.has(typed.email)) {
    return say(
      'इस ई-मेल का आमंत्रण खुला है; नया लिंक खुले आमंत्रणों में बनाएँ',
      'An invitation of this e-mail is open; make its new link there',
    );
  }
  const role =
    typed.role === ''
      ? 'district'
      : roles.find((name) => roleNames[name].includes(plain(typed.role)));
  if (role === undefined || !invitable.includes(role)) {
    const names = invitable.map((name) => roleNames[name][0]).join(', ');
    return {
      column: 'दायित्व',
      expected: { hi: `इनमें से एक: ${names}`, en: `one of ${names}` },
      found: typed.role.slice(0, 80),
    };
  }
  const area = areaOf(role, typed.area, { districts, areas });
  if (area === undefined)
    return { column: 'कार्यालय', expected: areaWords[role], found: typed.area.slice(0, 80) };
  return { role, area };
}

const noArea = {
  hi: 'खाली: यह दायित्व पूरे प्रदेश का है',
  en: 'nothing: this role is for the whole state',
};
const areaWords: Readonly<Record<Role, Bilingual>> = {
  district: { hi: 'जनपद का नाम', en: 'the name of a district' },
  range: { hi: 'परिक्षेत्र का नाम', en: 'the name of a range' },
  zone: { hi: 'जोन का नाम', en: 'the name of a zone' },
  hq: noArea,
  'pro-dgp': noArea,
  branch: { hi: 'मुख्यालय की शाखा का नाम', en: 'the name of a branch of headquarters' },
  admin: noArea,
};

/** Id of the area that is meant; null for the whole state, undefined where there is none. */
function areaOf(
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
  const wanted = bare(text);
  return named.find((names) => names.some((name) => bare(name) === wanted))?.[0];
}

/** A name without the word for its kind and without blanks: गौतम बुद्ध नगर is गौतमबुद्धनगर. */
function bare(text: string): string {
  return plain(text)
    .replace(/^जनपद |\s?(?:district|range|zone|परिक्षेत्र|जोन|ज़ोन)$/g, '')
    .replace(/\s/g, '');
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function rowsOf(bytes: Uint8Array): { line: number; cells: string[] }[] | null {
  try {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(bytes)[0]?.rows ?? [];
    return parseCsv(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

function fileFault(expected: Bilingual, found = ''): InvitationList {
  return { rows: [], faults: [{ row: 1, column: 'file', expected, found }] };
}
