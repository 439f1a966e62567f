import { mkdirSync } from 'node:fs';
import type { Campaign } from '../../campaigns/campaign.ts';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { boardStations, type Directory } from '../../campaigns/directory/station.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import type { ReadDistance } from '../../campaigns/manifest.ts';
import { createKit } from '../artwork/artwork.ts';
import { board } from '../artwork/board.ts';
import { listReadDistances } from '../artwork/read-distances.ts';
import type { Config } from '../config.ts';
import { type Fonts, loadFonts } from '../layout/fonts-fs.ts';
import { type KitInput, planKit, planOnDemand } from './kit-plan.ts';
import { writeKitPlan } from './manifest-fs.ts';
import { openDirectory, openRegistry } from './sources-fs.ts';
import { createImprints } from './station-imprints.ts';

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
  return listReadDistances(board, createKit(campaign, fonts));
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
