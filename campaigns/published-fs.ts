import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isPractice } from './practice-fs.ts';

/**
 * Data that an installation published over the repository's own, as files below `DATA_DIR/published`. The service
 * writes them out of its database, where they are kept (`messaging/print/kit/`); generator, preflight, site and service
 * read them. Precedence, strongest first: these files, the committed `overrides/`, the directory and the campaign's
 * YAML.
 */
export interface Published {
  /** Top-level fields of the campaign that replace the repository's. */
  campaignFile: string;
  emblemFile: string;
  /** Names that districts corrected and what stations fill in on artwork: `StationEntries`. */
  stationsFile: string;
  /** The data folder is one of practice, and so is its campaign. */
  practice: boolean;
}

const repositoryEmblem = join(import.meta.dirname, '..', 'assets', 'emblem.svg');

/** The one emblem that holds: what an installation published, else the repository's file. */
export function findEmblemFile(published?: Pick<Published, 'emblemFile'>): string {
  return published !== undefined && existsSync(published.emblemFile)
    ? published.emblemFile
    : repositoryEmblem;
}

export function publishedIn(dataDir: string): Published {
  const folder = join(dataDir, 'published');
  return {
    campaignFile: join(folder, 'campaign.yaml'),
    emblemFile: join(folder, 'emblem.svg'),
    stationsFile: join(folder, 'stations.json'),
    practice: isPractice(dataDir),
  };
}
