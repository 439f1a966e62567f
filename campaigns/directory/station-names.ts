import { plainName } from './district-names.ts';
import { type Station, stationKey } from './station.ts';

/** Fields by which a station is found. */
export type NamedStation = Pick<Station, 'district' | 'id' | 'nameHi' | 'nameEn'>;
export type StationId = Pick<Station, 'district' | 'id'>;

const titles = /^(?:थाना|पुलिस स्टेशन|police station|thana|ps|p s) /;

/**
 * Finds a station by its id, its name in either script with or without थाना, or `district/id`. A name that several
 * stations have finds none, unless it says which by its district.
 */
export function stationFinder(
  stations: readonly NamedStation[],
): (name: string, district: string | null) => StationId | undefined {
  const known = new Map<string, StationId | undefined>();
  for (const { district, id, nameHi, nameEn } of stations) {
    const names = new Set([nameHi, nameEn].map((name) => untitled(plainName(name))));
    for (const key of [...names].flatMap((name) => [`${district}/${name}`, `/${name}`])) {
      known.set(key, known.has(key) ? undefined : { district, id });
    }
  }
  for (const { district, id } of stations) {
    known.set(`${district}/${plainName(id)}`, { district, id });
    known.set(`//${stationKey({ district, id })}`, { district, id });
  }
  return (name, district) => {
    const found =
      known.get(`//${name.trim().toLowerCase()}`) ??
      known.get(`${district ?? ''}/${untitled(plainName(name))}`);
    return district === null || found?.district === district ? found : undefined;
  };
}

function untitled(name: string): string {
  return name.replace(titles, '');
}
