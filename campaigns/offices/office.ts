import type { Campaign } from '../campaign.ts';
import { districtNamed } from '../directory/areas.ts';
import type { NamedDistrict } from '../directory/station.ts';
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

/** Lists of names, by the kind of area. */
export const areaLists = { range: 'ranges', zone: 'zones', branch: 'branches' } as const;

export function areaName(
  { role, area }: Office,
  places: OfficePlaces,
): { hi: string; en: string } | null {
  const kind = areaKinds[role];
  if (area === null || kind === null) return null;
  const { areas } = places.campaign;
  if (kind === 'district') {
    const district = places.districts.find(({ id }) => id === area);
    return district === undefined ? null : districtNamed(areas, district);
  }
  const names = areas[areaLists[kind]];
  return Object.hasOwn(names, area) ? (names[area] ?? null) : null;
}
