import type { Campaign } from '../../campaigns/campaign.ts';
import { boardStations } from '../../campaigns/directory/station.ts';
import type { PlannedFile } from '../../campaigns/manifest.ts';
import type { Artwork } from '../artwork/artwork.ts';
import { listArtworks, onDemandArtworks, usualArtworks } from '../artwork/catalogue.ts';
import { type Format, usualFormats } from './options.ts';
import { type Plan, type PlanInput, planRun } from './plan.ts';
import { ownerOfStation } from './station-imprints.ts';

/** Source of a list of files. */
export type KitInput = Pick<PlanInput, 'directory' | 'imprint'> & {
  campaign: Pick<Campaign, 'urdu' | 'languages'>;
  has(owner: ReturnType<typeof ownerOfStation>): boolean;
};

/** Every file that a plain run makes, in the order of the manifest; known from the catalogue, before anything is laid out. */
export function planKit(input: KitInput): PlannedFile[] {
  return kitFiles(planFile(input, usualArtworks, usualFormats));
}

/** The files of a run that a plain run makes too, without those made on demand. */
export function kitFiles(plan: Plan): PlannedFile[] {
  const onDemand = new Set(onDemandArtworks.map(({ id }) => id));
  return plannedFiles(plan).filter(
    ({ artwork, format }) => !onDemand.has(artwork) && (format === 'pdf' || format === 'png'),
  );
}

/** Press files that are made when somebody asks for one. */
export function planOnDemand(input: KitInput): PlannedFile[] {
  const files = plannedFiles(planFile(input, onDemandArtworks, ['pdf']));
  return files.map((file) => ({ ...file, onDemand: true as const }));
}

function planFile(
  { has, campaign, ...input }: KitInput,
  artworks: readonly Artwork[],
  formats: readonly Format[],
): Plan {
  const stations = boardStations(input.directory).filter((each) => has(ownerOfStation(each)));
  return planRun({
    ...input,
    selected: stations,
    shown: stations,
    artworks: listArtworks(campaign, artworks),
    formats,
    // Nobody asks of a list whether its files are fresh, or what an archive says.
    inputHashes: () => '',
    ticketBasis: '',
    zipNote: () => '',
  });
}

function plannedFiles({ stations, districts }: Plan): PlannedFile[] {
  return [
    ...stations.flatMap(({ planned }) => planned),
    ...districts.flatMap(({ ticket }) => (ticket === null ? [] : [ticket])),
  ]
    .map(({ entry }) => entry)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
