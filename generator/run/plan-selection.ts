import type { Campaign } from '../../campaigns/campaign.ts';
import {
  boardStations,
  type Directory,
  type Station,
  stationsOf,
} from '../../campaigns/directory/station.ts';
import { zipNote } from '../../campaigns/files/zip-note.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import type { OwnFieldsOfStations } from '../../campaigns/own-fields/own-fields-fs.ts';
import { artworkById } from '../artwork/catalogue.ts';
import { createInputHashes } from './input-hash-fs.ts';
import type { DistrictJob } from './job.ts';
import type { Options } from './options.ts';
import { type Plan, planRun } from './plan.ts';
import type { SharedLayout } from './shared-layout.ts';
import { createImprints, ownerOfStation } from './station-imprints.ts';

/** Files that the selected stations need, each with the hash of all its inputs. */
export function planSelection(input: {
  campaign: Campaign;
  directory: Directory;
  registry: Registry;
  ownFields: OwnFieldsOfStations;
  selected: Station[];
  options: Options;
  layouts: readonly SharedLayout[];
}): Plan {
  const { campaign, directory, registry, ownFields, selected, options, layouts } = input;
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
