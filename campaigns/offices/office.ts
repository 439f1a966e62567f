import type { Campaign } from '../campaign.ts';
import { districtNamed } from '../directory/areas.ts';
import type { NamedDistrict } from '../directory/station.ts';
import { type Candidate, suggest } from '../directory/suggest.ts';
import type { Actor } from './actor.ts';
import type { Role } from './role.ts';

/** Kind of area that a role's `area` is an id of; null for the whole state. */
export const areaKinds = {
  district: 'district',
  range: 'range',
  zone: 'zone',
  hq: null,
  'pro-dgp': null,
  branch: 'branch',
  admin: null,
} as const satisfies Record<Role, 'district' | 'range' | 'zone' | 'branch' | null>;

/** A role with its area: what an account carries. */
export interface Office {
  role: Role;
  /** Id of a district, range, zone or branch, as `areaKinds` says; null for the whole state. */
  area: string | null;
}

/** Source of the names of offices. */
export interface OfficePlaces {
  districts: readonly NamedDistrict[];
  campaign: Pick<Campaign, 'areas' | 'offices'>;
}

/** @throws unless the area is one that the role can have */
export function checkOffice({ role, area }: Office, places: OfficePlaces): void {
  const kind = areaKinds[role];
  if (kind === null) {
    if (area === null) return;
    throw new Error(`Expected no \`area\` for the role ${role}, got "${area}"`);
  }
  if (area === null || areaName({ role, area }, places) === null) {
    const near = area === null ? [] : suggest(area, listAreas(kind, places));
    const meant = near.length === 0 ? '' : `. Did you mean ${near.join(' or ')}?`;
    throw new Error(
      `Expected the id of a ${kind} for \`area\`, got ${JSON.stringify(area)}${meant}`,
    );
  }
}

/** The office as it is shown: title and area. */
export function officeName(office: Office, places: OfficePlaces): { hi: string; en: string } {
  const area = areaName(office, places);
  if (office.role === 'branch') return area ?? { hi: '', en: '' };
  const title = places.campaign.offices[office.role];
  if (area === null) return title;
  return { hi: `${title.hi}, ${area.hi}`, en: `${title.en}, ${area.en}` };
}

/** The officer as routes see one. */
export function toActor(person: { id: string; name: string } & Office): Actor {
  const { id, name, role, area } = person;
  const kind = areaKinds[role];
  return { id, name, role, ...(kind === null || area === null ? {} : { [kind]: area }) };
}

/** The office of an officer: `toActor` the other way. */
export function toOffice(actor: Omit<Actor, 'id' | 'name'>): Office {
  const kind = areaKinds[actor.role];
  return { role: actor.role, area: kind === null ? null : (actor[kind] ?? null) };
}

function listAreas(
  kind: NonNullable<(typeof areaKinds)[Office['role']]>,
  { districts, campaign }: OfficePlaces,
): readonly Candidate[] {
  if (kind === 'district') return districts;
  const areas = { range: 'ranges', zone: 'zones', branch: 'branches' } as const;
  return Object.entries(campaign.areas[areas[kind]]).map(([id, { hi, en }]) => ({
    id,
    nameHi: hi,
    nameEn: en,
  }));
}

function areaName({ role, area }: Office, places: OfficePlaces): { hi: string; en: string } | null {
  if (area === null) return null;
  const { areas } = places.campaign;
  switch (areaKinds[role]) {
    case 'district': {
      const district = places.districts.find(({ id }) => id === area);
      return district === undefined ? null : districtNamed(areas, district);
    }
    case 'range':
      return Object.hasOwn(areas.ranges, area) ? (areas.ranges[area] ?? null) : null;
    case 'zone':
      return Object.hasOwn(areas.zones, area) ? (areas.zones[area] ?? null) : null;
    case 'branch':
      return Object.hasOwn(areas.branches, area) ? (areas.branches[area] ?? null) : null;
    case null:
      return null;
  }
}
