import { type Directory, type Station, stationKey } from '../directory/station.ts';
import type { OwnValues } from './own-fields.ts';

/** The name in Urdu that holds: what is entered in the console, else what a committed file has; where there is none, the Hindi name stands. */
export function findUrduName(
  { nameUr }: Pick<Station, 'nameUr'>,
  own: OwnValues | undefined,
): string | undefined {
  return own?.['name-ur'] ?? nameUr;
}

/** Stations with the names in Urdu that hold. */
export function withUrduNames(
  directory: Directory,
  fields: ReadonlyMap<string, OwnValues>,
): Directory {
  const stations = directory.stations.map((station) => {
    const nameUr = findUrduName(station, fields.get(stationKey(station)));
    return nameUr === undefined || nameUr === station.nameUr ? station : { ...station, nameUr };
  });
  return { ...directory, stations };
}
