import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Campaign, campaignSchema } from '../../campaigns/campaign.ts';
import { campaignFolder, loadCampaign } from '../../campaigns/campaign-fs.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import { grownFileName, loadRegistry } from '../../campaigns/links/registry-fs.ts';
import {
  loadOwnFields,
  type OwnFieldsOfStations,
} from '../../campaigns/own-fields/own-fields-fs.ts';
import type { DraftError } from '../../campaigns/proofs/proof.ts';
import type { Config } from '../config.ts';
import { openDirectory } from '../run/sources-fs.ts';

/** What is published: campaign, directory and codes, read when they are first needed. */
export type Published = {
  campaign: Campaign;
  directory: Directory;
  ownFields: OwnFieldsOfStations;
  /** As its file is now: a station that was added gets its code while this process runs. */
  registry(): Registry;
};

export function readPublished(config: Config): Published {
  const from = {
    campaignFolder: campaignFolder(config.campaign),
    grownFile: join(config.dataDir, grownFileName),
  };
  let kept: { stamp: string; registry: Registry } | undefined;
  return {
    campaign: loadCampaign(config.campaign, config.published),
    directory: openDirectory(config),
    ownFields: loadOwnFields(config.published.ownFieldsFolder),
    registry() {
      const stamp = stampOf(from.grownFile);
      if (kept?.stamp !== stamp) kept = { stamp, registry: loadRegistry(from) };
      return kept.registry;
    },
  };
}

function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? 'none' : `${found.mtimeMs} ${found.size}`;
}

/** The campaign with some of its top-level fields replaced, or what the schema has against it. */
export function draftedCampaign(
  campaign: Campaign,
  draft: Readonly<Record<string, unknown>>,
): { campaign: Campaign } | { errors: DraftError[] } {
  const parsed = campaignSchema.safeParse({ ...campaign, ...draft });
  if (parsed.success) return { campaign: parsed.data };
  const errors = parsed.error.issues.map(({ path, message }) => ({
    path: path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
    message,
  }));
  return { errors };
}
