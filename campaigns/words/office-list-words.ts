import { type OwingOffice, officeKey } from '../directions/occurrence-key.ts';
import { type OwingPlaces, owingOfficeName } from './direction-words.ts';
import { listFirst } from './list-first.ts';

const wholeRoles: Partial<Record<OwingOffice['role'], string>> = {
  district: 'जनपद',
  range: 'परिक्षेत्र',
  zone: 'जोन',
};

/**
 * Offices in as few words as say them: all of a kind by their number, else by name, those of districts behind the word said
 * once. What goes beyond `most` is a number.
 */
export function officeNames(
  offices: readonly OwingOffice[],
  { places, all, most }: { places: OwingPlaces; all: readonly OwingOffice[]; most: number },
): string {
  const byRole = Map.groupBy(offices, ({ role }) => role);
  const parts = [...byRole].map(([role, listed]) => {
    const kind = wholeRoles[role];
    const whole = all.filter((office) => office.role === role).length;
    if (kind !== undefined && listed.length > 1 && listed.length === whole)
      return `समस्त ${whole} ${kind}`;
    const names = listed.map((office) => findName(office, places));
    const [list] = listFirst(names, most);
    return role === 'district' && listed.length > 1 ? `${listed.length} जनपद: ${list}` : list;
  });
  return parts.join('; ');
}

/** In a list a district goes by its name alone. */
function findName(office: OwingOffice, places: OwingPlaces): string {
  const district =
    office.role === 'district' ? places.districts.find(({ id }) => id === office.area) : undefined;
  return district?.nameHi ?? owingOfficeName(office, places).hi;
}

export function listOffices(
  keys: readonly string[],
  offices: readonly OwingOffice[],
): OwingOffice[] {
  const known = new Set(keys);
  return offices.filter((office) => known.has(officeKey(office)));
}
