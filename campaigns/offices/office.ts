import { ranges, zones } from '../directory/areas.ts';
import type { District } from '../directory/station.ts';
import type { Actor } from './actor.ts';
import type { Role } from './role.ts';

/** What a role's area is an id of; null for the whole state. */
export const areaKinds = {
  district: 'district',
  range: 'range',
  zone: 'zone',
  hq: null,
  'pro-dgp': null,
  admin: null,
} as const satisfies Record<Role, 'district' | 'range' | 'zone' | null>;

/** Offices of the letter and the minutes; the area's name follows after a comma. */
const officeTitles: Readonly<Record<Role, { hi: string; en: string }>> = {
  district: { hi: 'जनसम्पर्क अधिकारी (PRO)', en: 'Public Relations Officer (PRO)' },
  range: {
    hi: 'पुलिस महानिरीक्षक/पुलिस उपमहानिरीक्षक',
    en: 'Inspector General/Deputy Inspector General',
  },
  zone: { hi: 'अपर पुलिस महानिदेशक', en: 'Additional Director General' },
  hq: {
    hi: 'अपर पुलिस महानिदेशक, तकनीकी सेवायें, उ०प्र० (नोडल अधिकारी)',
    en: 'ADG Technical Services, U.P. (nodal officer)',
  },
  'pro-dgp': { hi: 'पुलिस महानिदेशक के जनसम्पर्क अधिकारी (PRO to DGP)', en: 'PRO to DGP' },
  admin: { hi: 'खाता प्रशासक', en: 'Account administrator' },
};

/** A role with its area: what an account carries. */
export interface Office {
  role: Role;
  /** Id of a district, range or zone, as `areaKinds` says; null for the whole state. */
  area: string | null;
}

type Districts = readonly Pick<District, 'id' | 'nameHi' | 'nameEn'>[];

/** @throws unless the area is one that the role can have */
export function checkOffice({ role, area }: Office, districts: Districts): void {
  const kind = areaKinds[role];
  if (kind === null) {
    if (area === null) return;
    throw new Error(`Expected no \`area\` for the role ${role}, got "${area}"`);
  }
  if (area === null || areaName({ role, area }, districts) === null) {
    throw new Error(`Expected the id of a ${kind} for \`area\`, got ${JSON.stringify(area)}`);
  }
}

/** The office as it is shown: title and area. */
export function officeName(office: Office, districts: Districts): { hi: string; en: string } {
  const title = officeTitles[office.role];
  const area = areaName(office, districts);
  if (area === null) return title;
  return { hi: `${title.hi}, ${area.hi}`, en: `${title.en}, ${area.en}` };
}

/** The officer as routes see one. */
export function toActor(person: { id: string; name: string } & Office): Actor {
  const { id, name, role, area } = person;
  const kind = areaKinds[role];
  return { id, name, role, ...(kind === null || area === null ? {} : { [kind]: area }) };
}

function areaName({ role, area }: Office, districts: Districts): { hi: string; en: string } | null {
  if (area === null) return null;
  switch (areaKinds[role]) {
    case 'district': {
      const district = districts.find(({ id }) => id === area);
      return district === undefined
        ? null
        : { hi: `जनपद ${district.nameHi}`, en: `${district.nameEn} district` };
    }
    case 'range':
      return Object.hasOwn(ranges, area) ? (ranges[area] ?? null) : null;
    case 'zone':
      return Object.hasOwn(zones, area) ? (zones[area] ?? null) : null;
    case null:
      return null;
  }
}
