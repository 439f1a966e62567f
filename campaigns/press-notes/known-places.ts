import type { District, Station } from '../directory/station.ts';
import { stripName } from '../directory/strip-name.ts';

/** Names of stations and districts as they are written: in both languages, and as written on boards. */
export function knownPlaces(places: {
  districts: readonly Pick<District, 'nameHi' | 'nameEn'>[];
  stations: readonly Station[];
}): string[] {
  const stations = places.stations.flatMap((station) => {
    const strip = stripName(station);
    const { nameHi, nameEn } = station;
    return strip === `थाना ${nameHi}` ? [nameHi, nameEn] : [nameHi, nameEn, strip];
  });
  return [...places.districts.flatMap(({ nameHi, nameEn }) => [nameHi, nameEn]), ...stations];
}
