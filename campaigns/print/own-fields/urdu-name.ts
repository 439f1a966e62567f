import { type Directory, type Station, stationKey } from '../../directory/station.ts';
import { stripName } from '../../directory/strip-name.ts';
import { hasLetters } from '../../languages/typesetting/scripts.ts';
import { draftUrdu } from '../../languages/urdu/transliterate.ts';
import type { OwnValues } from './own-fields.ts';

/** The name in Urdu that holds: what is entered in the console, else what a committed file has. */
export function findUrduName(
  { nameUr }: Pick<Station, 'nameUr'>,
  own: OwnValues | undefined,
): string | undefined {
  return own?.['name-ur'] ?? nameUr;
}

/**
 * A station's name on a side in Urdu: as it was entered, else a draft by the sound of the Hindi one. Devanagari does not say which of
 * the letters of one sound an Urdu name has: until somebody who reads Urdu has entered the name, nothing is released.
 * @param words in Urdu by the Hindi ones, longer ones before those that they begin with
 * @param places spelling of known places, by the Hindi word
 */
export function nameOnUrdu(
  station: Station,
  own: OwnValues | undefined,
  { words = {}, places = {} }: { words?: Spellings | undefined; places?: Spellings } = {},
): { name: string; isDraft: boolean } {
  const hindi = stripName(station);
  const entered = findUrduName(station, own);
  if (entered !== undefined || !hasLetters(hindi, 'Devanagari'))
    return { name: entered ?? hindi, isDraft: false };
  const written = Object.entries(words).reduce(
    (name, [word, urdu]) => ` ${name} `.replace(` ${word} `, ` ${urdu} `).trim(),
    hindi,
  );
  return { name: draftUrdu(written, places), isDraft: true };
}

type Spellings = Readonly<Record<string, string>>;

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
