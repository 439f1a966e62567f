import type { NamedDistrict } from './station.ts';

/** Finds a district by its id or its name in either script, today's or a former one, whatever the case and blanks. */
export function districtFinder(
  districts: readonly NamedDistrict[],
): (name: string) => string | undefined {
  const spellings = (names: readonly string[], id: string) =>
    names.map((spelling): [string, string] => [plainName(spelling), id]);
  // What a district is called today goes before what another one was called once.
  const ids = new Map([
    ...districts.flatMap(({ id, formerNames = [] }) => spellings(formerNames, id)),
    ...districts.flatMap(({ id, nameHi, nameEn }) => spellings([id, nameHi, nameEn], id)),
  ]);
  return (name) => ids.get(plainName(name));
}

/** A name as it is compared. फ़ैज़ाबाद and फैजाबाद are the same: the nukta is left out as often as it is written. */
export function plainName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\u093C/g, '')
    .replace(/[\s.-]+/g, ' ')
    .trim();
}
