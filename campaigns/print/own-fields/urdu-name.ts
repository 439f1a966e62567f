import { type Directory, type Station, stationKey } from '../../directory/station.ts';
import { stripName } from '../../directory/strip-name.ts';
import type { OwnValues } from './own-fields.ts';

/** The name in Urdu that holds: what is entered in the console, else what a committed file has. */
export function findUrduName(
  { nameUr }: Pick<Station, 'nameUr'>,
  own: OwnValues | undefined,
): string | undefined {
  return own?.['name-ur'] ?? nameUr;
}

/**
 * A station's name on a side in Urdu. Devanagari does not say which of the letters of one sound an Urdu name has, and nothing
 * is guessed: until somebody has entered the name, the words for a station are in Urdu and the place as on the Hindi board.
 * @param words in Urdu by the Hindi ones, longer ones before those that they begin with
 */
export function nameOnUrdu(
  station: Station,
  own: OwnValues | undefined,
  words: Readonly<Record<string, string>> = {},
): string {
  const written = Object.entries(words).reduce(
    (name, [hindi, urdu]) => ` ${name} `.replace(` ${hindi} `, ` ${urdu} `).trim(),
    stripName(station),
  );
  return findUrduName(station, own) ?? written;
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
