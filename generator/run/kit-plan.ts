import { boardStations } from '../../campaigns/directory/station.ts';
import type { PlannedFile } from '../../campaigns/manifest.ts';
import { artworks } from '../artwork/catalogue.ts';
import { usualFormats } from './options.ts';
import { type Plan, type PlanInput, planRun } from './plan.ts';
import { ownerOfStation } from './station-imprints.ts';

/** Every file that a plain run makes, in the order of the manifest; known from the catalogue, before anything is laid out. */
export function planKit(
  input: Pick<PlanInput, 'directory' | 'imprint' | 'zipNote'> & {
    has(owner: ReturnType<typeof ownerOfStation>): boolean;
  },
): PlannedFile[] {
  const stations = boardStations(input.directory).filter((station) =>
    input.has(ownerOfStation(station)),
  );
  return plannedFiles(
    planRun({
      ...input,
      selected: stations,
      shown: stations,
      artworks,
      formats: usualFormats,
      // Nobody asks of a list whether its files are fresh.
      inputHashes: () => '',
      ticketBasis: '',
    }),
  );
}

export function plannedFiles({ stations, districts }: Plan): PlannedFile[] {
  return [
    ...stations.flatMap(({ planned }) => planned),
    ...districts.flatMap(({ ticket }) => (ticket === null ? [] : [ticket])),
  ]
    .map(({ entry }) => entry)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
