import type { Bilingual } from '../campaigns/bilingual.ts';
import { districtNamed } from '../campaigns/directory/areas.ts';
import type { Areas } from '../campaigns/directory/areas-schema.ts';
import { stripName, stripNameEn } from '../campaigns/directory/strip-name.ts';
import type { Registry } from '../campaigns/links/registry.ts';
import { serialSymbols } from '../campaigns/links/short-code.ts';
import type { DistrictContent } from './content-fs.ts';

/** The place that a code belongs to, as the page behind the code names it. */
export type PlaceOfCode = Bilingual & { district?: string; station?: string };

/** Places by the four symbols of their serial. */
export type PlacesOfCodes = Record<string, PlaceOfCode>;

interface Source {
  registry: Registry;
  districts: readonly DistrictContent[];
  state: Bilingual;
  areas: Areas;
}

/** All places in small files by the first two symbols, so that a phone fetches one of about 2 kB. */
export function placesByFile({
  registry,
  districts,
  state,
  areas,
}: Source): Map<string, PlacesOfCodes> {
  const byId = new Map(districts.map((entry) => [entry.district.id, entry]));
  const files = new Map<string, PlacesOfCodes>();
  for (const { serial, owner } of registry.assignments) {
    const wide = owner.scope === 'state' || owner.scope === 'outlet';
    const place = wide ? state : findPlace(owner, byId, areas);
    if (place === undefined) continue;
    const symbols = serialSymbols(serial);
    const file = files.get(symbols.slice(0, 2)) ?? {};
    file[symbols] = place;
    files.set(symbols.slice(0, 2), file);
  }
  return files;
}

function findPlace(
  owner: Registry['assignments'][number]['owner'],
  byId: ReadonlyMap<string, DistrictContent>,
  areas: Areas,
): PlaceOfCode | undefined {
  if (!('district' in owner)) return undefined;
  const found = byId.get(owner.district);
  if (found === undefined) return undefined;
  const { id } = found.district;
  const district = districtNamed(areas, found.district);
  if (owner.scope !== 'station') return { ...district, district: id };
  const station = found.stations.find((entry) => entry.id === owner.station);
  if (station === undefined) return undefined;
  return {
    hi: `${stripName(station)}, ${district.hi}`,
    en: `${stripNameEn(station)}, ${district.en}`,
    district: id,
    station: station.id,
  };
}
