import { WrongUse } from '../../campaigns/command/run-command.ts';
import {
  boardKinds,
  type Directory,
  type Station,
  stationKey,
  stationKinds,
} from '../../campaigns/directory/station.ts';

import { type Candidate, suggest } from '../../campaigns/directory/suggest.ts';
import type { Options } from './options.ts';

/**
 * Stations that a run is about, in the directory's order.
 * @throws with the nearest names, when a district or station is not in the directory
 */
export function selectStations(
  directory: Directory,
  { districts, stations, kinds }: Pick<Options, 'districts' | 'stations' | 'kinds'>,
): Station[] {
  for (const id of districts) expectKnown('district', id, directory.districts);
  const all = directory.stations.map((station) => ({
    id: stationKey(station),
    nameHi: station.nameHi,
    nameEn: station.nameEn,
  }));
  for (const key of stations) expectKnown('station', key, all);
  if (stations.length > 0) {
    const named = new Set(stations);
    const inDistricts = new Set(districts);
    return directory.stations.filter(
      (station) => named.has(stationKey(station)) || inDistricts.has(station.district),
    );
  }
  const wanted = new Set(kinds === 'all' ? stationKinds : (kinds ?? boardKinds));
  return directory.stations.filter(
    ({ district, kind }) =>
      wanted.has(kind) && (districts.length === 0 || districts.includes(district)),
  );
}

function expectKnown(
  option: 'district' | 'station',
  value: string,
  candidates: readonly Candidate[],
): void {
  if (candidates.some(({ id }) => id === value)) return;
  const near = suggest(value, candidates).join(', ');
  throw new WrongUse(
    `Expected a ${option} of the directory for \`--${option}\`, got "${value}"${near === '' ? '' : `. Did you mean ${near}?`}`,
  );
}
