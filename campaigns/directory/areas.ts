import type { Areas } from './areas-schema.ts';

/** A display name in the campaign's own language and in English. */
export type AreaName = Areas['zones'][string];

/** Id of the whole state in files that name a district by its id: `uttar-pradesh`. */
export function stateId({ state }: Pick<Areas, 'state'>): string {
  return state.en.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

/** Display name of a zone. */
export function zoneName({ zones }: Pick<Areas, 'zones'>, id: string): AreaName {
  return named(zones, 'zone', id);
}

/** Display name of a range. */
export function rangeName({ ranges }: Pick<Areas, 'ranges'>, id: string): AreaName {
  return named(ranges, 'range', id);
}

/** A district as offices are named after it: जनपद आगरा, Agra district. */
export function districtNamed(
  areas: Pick<Areas, 'districtNamed'>,
  { nameHi, nameEn }: { nameHi: string; nameEn: string },
): AreaName {
  const { hi, en } = areas.districtNamed;
  return { hi: hi.replace('{name}', nameHi), en: en.replace('{name}', nameEn) };
}

function named(areas: Readonly<Record<string, AreaName>>, field: string, id: string): AreaName {
  const area = Object.hasOwn(areas, id) ? areas[id] : undefined;
  if (area) return area;
  throw new Error(`Expected one of ${Object.keys(areas).join(', ')} for \`${field}\`, got "${id}"`);
}
