import type { District } from './station.ts';

/** Finds a district by its id or its name in either script, whatever the case and blanks. */
export function districtFinder(
  districts: readonly Pick<District, 'id' | 'nameHi' | 'nameEn'>[],
): (name: string) => string | undefined {
  const plain = (name: string) =>
    name
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s.-]+/g, ' ')
      .trim();
  const ids = new Map(
    districts.flatMap(({ id, nameHi, nameEn }) =>
      [id, nameHi, nameEn].map((spelling): [string, string] => [plain(spelling), id]),
    ),
  );
  return (name) => ids.get(plain(name));
}
