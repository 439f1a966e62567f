import { mkdirSync } from 'node:fs';
import type { Campaign } from '../../campaigns/campaign.ts';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { boardStations, type Directory } from '../../campaigns/directory/station.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import type { PlannedFile, ReadDistance } from '../../campaigns/manifest.ts';
import { type Artwork, createKit } from '../artwork/artwork.ts';
import {
  type ArtworkChoice,
  artworkById,
  listArtworks,
  onDemandArtworks,
  usualArtworks,
} from '../artwork/catalogue.ts';
import { listReadDistances } from '../artwork/legible.ts';
import type { Config } from '../config.ts';
import { type Fonts, loadFonts } from '../layout/fonts-fs.ts';
import { writeKitPlan } from './manifest-fs.ts';
import { type Format, usualFormats } from './options.ts';
import { type Plan, type PlanInput, planRun } from './plan.ts';
import { openDirectory, openRegistry } from './sources-fs.ts';
import { createImprints, ownerOfStation } from './station-imprints.ts';

/** Source of a list of files. */
export type KitInput = Pick<PlanInput, 'directory' | 'imprint'> & {
  campaign: ArtworkChoice;
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
    isFresh: () => true,
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

/** Lists what the whole kit will hold, in a fraction of a second; pages are built from the list. */
export async function writePlan(config: Config, out: string): Promise<number> {
  const campaign = loadCampaign(config.campaign, config.published);
  const directory = openDirectory(config);
  const registry = await openRegistry(config, boardStations(directory));
  const input = kitInput(campaign, directory, registry);
  const files = [...planKit(input), ...planOnDemand(input)];
  mkdirSync(out, { recursive: true });
  writeKitPlan(out, { campaign: campaign.id, reads: boardReads(campaign, loadFonts()), files });
  return files.length;
}

/** From how far the board is read, for the pages. */
export function boardReads(campaign: Campaign, fonts: Fonts): ReadDistance[] {
  return listReadDistances(artworkById('board', campaign), createKit(campaign, fonts));
}

export function kitInput(campaign: Campaign, directory: Directory, registry: Registry): KitInput {
  const imprint = createImprints(campaign, directory, registry);
  return {
    campaign,
    directory,
    has: registry.has,
    imprint,
  };
}
