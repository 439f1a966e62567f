import type { District } from '../directory/station.ts';
import type { Register } from './directions.ts';
import { type OwingOffice, officeKey } from './occurrence-key.ts';
import type { Owner } from './register.ts';

type Districts = readonly Pick<District, 'id' | 'range' | 'zone'>[];

/** Every office that can owe something, districts first, each once. */
export function owingOffices(
  { branches }: Pick<Register, 'branches'>,
  districts: Districts,
): OwingOffice[] {
  const of = (role: OwingOffice['role'], areas: Iterable<string>) =>
    [...new Set(areas)].toSorted().map((area) => ({ role, area }));
  return [
    ...of(
      'district',
      districts.map(({ id }) => id),
    ),
    ...of(
      'range',
      districts.map(({ range }) => range),
    ),
    ...of(
      'zone',
      districts.map(({ zone }) => zone),
    ),
    { role: 'hq', area: null },
    { role: 'pro-dgp', area: null },
    ...branches.map(({ id, endedOn }) => ({
      role: 'branch' as const,
      area: id,
      ...(endedOn != null && { endedOn }),
    })),
  ];
}

/** Whether an owner of the register means this office. */
export function isOwner(owner: Owner, office: OwingOffice): boolean {
  return owner.role === office.role && (owner.area === undefined || owner.area === office.area);
}

/** The zone whose ADG sees what this office hands in before headquarters does; null where there is none. */
export function zoneAbove(key: string, districts: Districts): string | null {
  const found = districts.find(
    (district) =>
      officeKey({ role: 'district', area: district.id }) === key ||
      officeKey({ role: 'range', area: district.range }) === key,
  );
  return found?.zone ?? null;
}

/** The districts that an office answers for; all of them where its area is no part of the state. */
export function listDistricts({ role, area }: OwingOffice, districts: Districts): string[] {
  switch (role) {
    case 'district':
      return districts.filter(({ id }) => id === area).map(({ id }) => id);
    case 'range':
    case 'zone':
      return districts.filter((district) => district[role] === area).map(({ id }) => id);
    default:
      return districts.map(({ id }) => id);
  }
}
