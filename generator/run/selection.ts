import type { Campaign } from '../../campaigns/campaign.ts';
import { WrongUse } from '../../campaigns/command/run-command.ts';
import {
  boardKinds,
  boardStations,
  type Directory,
  type Station,
  stationKey,
  stationKinds,
  stationsOf,
} from '../../campaigns/directory/station.ts';
import { type Candidate, suggest } from '../../campaigns/directory/suggest.ts';
import { zipNote } from '../../campaigns/files/zip-note.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import type { OwnFieldsOfStations } from '../../campaigns/print/own-fields/own-fields-fs.ts';
import { artworkById } from '../artwork/catalogue.ts';
import { createInputHashes } from './code-hash-fs.ts';
import type { DistrictJob } from './job.ts';
import type { Options } from './options.ts';
import { type Plan, type PlanInput, planRun } from './plan.ts';
import type { SharedLayout } from './shared-layout.ts';
import { createImprints, ownerOfStation } from './station-imprints.ts';

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

/** Files that the selected stations need, each with the hash of all its inputs. */
export function planSelection(input: {
  campaign: Campaign;
  directory: Directory;
  registry: Registry;
  ownFields: OwnFieldsOfStations;
  selected: Station[];
  options: Options;
  layouts: readonly SharedLayout[];
  isFresh: PlanInput['isFresh'];
}): Plan {
  const { campaign, directory, registry, ownFields, selected, options, layouts, isFresh } = input;
  const touched = new Set(selected.map(({ district }) => district));
  const shown = boardStations(directory).filter(
    (station) => touched.has(station.district) && registry.has(ownerOfStation(station)),
  );
  const imprint = createImprints(campaign, directory, registry, ownFields);
  const chosen = options.artworks.map((id) => artworkById(id, campaign));
  const inputHashes = createInputHashes(chosen, layouts, campaign);
  return planRun({
    directory,
    selected,
    shown,
    artworks: chosen,
    formats: options.formats,
    inputHashes: inputHashes.of,
    ticketBasis: inputHashes.ticket,
    imprint,
    isFresh,
    zipNote: (district) =>
      zipNote(campaign, stationsOf({ ...directory, stations: shown }, district)),
  });
}

/** Files that the jobs make. */
export function countFiles(jobs: readonly DistrictJob[]): number {
  return jobs.reduce(
    (sum, { stations, ticket, zip }) =>
      sum +
      stations.reduce((count, { targets }) => count + targets.length, 0) +
      Number(ticket !== null) +
      Number(zip !== null),
    0,
  );
}

/** Files of the selection, whether they must be made or not. */
export function countTargets({ stations, districts }: Plan): number {
  const own = stations.filter(({ selected }) => selected);
  return (
    own.reduce((sum, { work }) => sum + work.targets.length, 0) +
    districts.reduce(
      (sum, { ticket, zip }) => sum + Number(ticket !== null) + Number(zip !== null),
      0,
    )
  );
}
