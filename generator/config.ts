import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { defaultCampaign } from '../campaigns/campaign-folder-fs.ts';
import { readEnvironment } from '../campaigns/practice-fs.ts';
import { type Published, publishedIn } from '../campaigns/published-fs.ts';

const schema = z.object({
  CAMPAIGN: z.string().min(1).default(defaultCampaign),
  DATA_DIR: z.string().min(1).default('data'),
  OVERRIDES_DIR: z.string().min(1).optional(),
  PORT: z.string().default(''),
  PUBLIC_URL: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
});

export interface Config {
  campaign: string;
  dataDir: string;
  /** Default folder of the print files. */
  printDir: string;
  /** Folder of the districts' corrections, where it is not the project's own. */
  overridesDir: string | undefined;
  /** Data that the installation published over the repository's. */
  published: Published;
  /** Without a slash at its end; where calendars say that files are. */
  publicUrl: string;
  threads: number;
}

/** The generator's settings from the environment; the only place that reads it. */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const { CAMPAIGN, DATA_DIR, OVERRIDES_DIR, PORT, PUBLIC_URL } = schema.parse(
    readEnvironment(env),
  );
  const dataDir = resolve(DATA_DIR);
  return {
    campaign: CAMPAIGN,
    dataDir,
    printDir: join(dataDir, 'print'),
    published: publishedIn(dataDir),
    overridesDir: OVERRIDES_DIR === undefined ? undefined : resolve(OVERRIDES_DIR),
    publicUrl: (PUBLIC_URL || `http://localhost:${PORT || 8080}`).replace(/\/+$/, ''),
    threads: Math.min(4, availableParallelism()),
  };
}
