import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Campaign } from '../../campaigns/campaign.ts';
import { campaignFolder, loadCampaign } from '../../campaigns/campaign-fs.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import { cleanEmblem } from '../../campaigns/emblem/clean-emblem.ts';
import { EmblemFault } from '../../campaigns/emblem/emblem-fault.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import { grownFileName, loadRegistry } from '../../campaigns/links/registry-fs.ts';
import {
  loadOwnFields,
  type OwnFieldsOfStations,
} from '../../campaigns/own-fields/own-fields-fs.ts';
import type { DraftFault } from '../../campaigns/studio/check-draft.ts';
import { emblemLabel } from '../../campaigns/studio/field-labels.ts';
import type { Config } from '../config.ts';
import { parseEmblem } from '../layout/emblem.ts';
import type { Pictures } from '../layout/satori.ts';
import { openDirectory } from '../run/sources-fs.ts';

/** Published data: campaign, directory and codes, read when they are first needed. */
export interface Published {
  campaign: Campaign;
  directory: Directory;
  ownFields: OwnFieldsOfStations;
  /** As its file is now: a station that was added gets its code while this process runs. */
  registry(): Registry;
}

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
      const stamp = readStamp(from.grownFile);
      if (kept?.stamp !== stamp) kept = { stamp, registry: loadRegistry(from) };
      return kept.registry;
    },
  };
}

function readStamp(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? 'none' : `${found.mtimeMs} ${found.size}`;
}

/** The pictures with another emblem, or what keeps it from being printed. */
export function draftedPictures(
  pictures: Pictures,
  emblem: string | undefined,
): Pictures | { errors: DraftFault[] } {
  if (emblem === undefined) return pictures;
  try {
    return { ...pictures, emblem: parseEmblem(cleanEmblem(emblem).svg) };
  } catch (error) {
    if (!(error instanceof EmblemFault)) throw error;
    return { errors: [{ path: ['emblem'], label: emblemLabel, message: error.texts }] };
  }
}
