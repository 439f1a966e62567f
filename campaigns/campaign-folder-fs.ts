import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** The campaign that every room takes where `CAMPAIGN` names none. */
export const defaultCampaign = 'up-cop';

/** Folder of a campaign, by id or absolute path. */
export function campaignFolder(campaign: string): string {
  const folder = isAbsolute(campaign) ? campaign : join(import.meta.dirname, campaign);
  if (isCampaign(folder)) return folder;
  throw new Error(
    `Expected a campaign folder with campaign.yaml for \`CAMPAIGN\`, got "${campaign}"`,
  );
}

/** Ids of the campaigns in a folder, by default the repository. Hidden folders are half-written and skipped. */
export function campaignIds(where = import.meta.dirname): string[] {
  return readdirSync(where)
    .filter((name) => !name.startsWith('.') && isCampaign(join(where, name)))
    .sort();
}

export function campaignFolders(): string[] {
  return campaignIds().map((id) => join(import.meta.dirname, id));
}

function isCampaign(folder: string): boolean {
  return existsSync(join(folder, 'campaign.yaml'));
}
