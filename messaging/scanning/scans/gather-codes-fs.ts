import { join } from 'node:path';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { campaignFolder, loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import { campaignBlocks } from '../../../campaigns/links/registry.ts';
import { grownFileName, loadRegistry } from '../../../campaigns/links/registry-fs.ts';
import type { Config } from '../../config.ts';
import type { KeptCodes, ScannedCampaign } from './kept-codes-fs.ts';

/** Of the files of the campaign, where nothing was kept yet. */
export function gatherCodes(config: Config): KeptCodes {
  const campaign = loadCampaign(config.campaign, config.published);
  const { districts } = loadDirectory({ campaign: config.campaign });
  const { assignments } = loadRegistry({
    campaignFolder: campaignFolder(config.campaign),
    grownFile: join(config.dataDir, grownFileName),
  });
  return {
    campaign: pickScanned(campaign),
    districts,
    assignments,
    blocks: campaignBlocks(assignments),
    detours: [],
    closed: [],
    challengeKey: null,
  };
}

export function pickScanned(campaign: Campaign): ScannedCampaign {
  const { app, links, areas, languages, copy, demonstration } = campaign;
  return { app, links, areas, languages, copy, ...(demonstration && { demonstration }) };
}
