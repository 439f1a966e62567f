import { stationKey } from '../directory/station.ts';

/**
 * Stand for the name of each recipient's district or station: typed as the whole value of a variable, and in the text
 * until it is sent. No value and no registered text may hold braces otherwise. What a list says of a person besides that
 * does not concern a text.
 */
export const districtField = '{district}';
export const stationField = '{station}';
export const mergeFields = [districtField, stationField] as const;

/** Where somebody lives, as far as a list says it. */
export interface RecipientPlace {
  district: string | null;
  /** Id of the station in its district. */
  station: string | null;
}

/** Names by id of a district, or `district/station`; under '' the one for people of no known district. */
export type PlaceNames = Readonly<Record<string, string>>;

export function isMergeField(value: string): boolean {
  return mergeFields.some((field) => field === value);
}

/** Puts names into words. Whose station is not known has the name of the district there. */
export function fillPlace(
  words: string,
  names: PlaceNames,
  { district, station }: RecipientPlace,
): string {
  const ofDistrict = names[district ?? ''] ?? names[''] ?? '';
  const key = station === null ? '' : stationKey({ district: district ?? '', id: station });
  const ofStation = (key === '' ? undefined : names[key]) ?? ofDistrict;
  return words.replaceAll(districtField, ofDistrict).replaceAll(stationField, ofStation);
}

/** The place that a key of names means. */
export function parsePlace(key: string): RecipientPlace {
  const [district = '', station = null] = key.split('/');
  return { district: district || null, station };
}
