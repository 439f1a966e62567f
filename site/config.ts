import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { defaultCampaign } from '../campaigns/campaign-folder-fs.ts';
import { cacheFolder } from '../campaigns/files/cache-folder.ts';
import { readEnvironment } from '../campaigns/practice-fs.ts';
import { type Published, publishedIn } from '../campaigns/published-fs.ts';
import { toDay } from '../campaigns/tracker/clock.ts';
import { progressFileName } from '../campaigns/tracker/progress-file.ts';

const root = join(import.meta.dirname, '..');
const folder = z
  .string()
  .min(1)
  .transform((path) => (isAbsolute(path) ? path : join(root, path)));

const environment = z.object({
  CAMPAIGN: z.string().min(1).default(defaultCampaign),
  CAMPAIGN_TODAY: z.iso.date().optional(),
  DATA_DIR: folder.prefault('data'),
  SITE_DIR: folder.optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Seconds since 1970 at which a release is made, whatever the day on which its site is built. */
  SOURCE_DATE_EPOCH: z.coerce.number().int().min(0).optional(),
  /** Set by the build itself for `--with-files`. */
  SITE_WITH_FILES: z.literal('yes').optional(),
});

/** Settings of a build; every one has a default. */
export interface SiteConfig {
  campaign: string;
  dataDir: string;
  /** Data that the installation published, in place of the repository's. */
  published: Published;
  printDir: string;
  /** Written by the service for the progress page; it may be missing. */
  progressFile: string;
  siteDir: string;
  /** Kept only to save time. */
  cacheDir: string;
  /** Without a slash at its end: what sitemap, shared links and pictures for link previews say. */
  publicUrl: string;
  /** Calendar day of the campaign's clock in Asia/Kolkata, YYYY-MM-DD. */
  today: string;
  builtAt: Date;
  /** Calendar day on which the pages are built, YYYY-MM-DD. */
  builtOn: string;
  /** Whether the service is behind the pages: it makes what is not made yet. */
  hasService: boolean;
}

/** @throws with every wrong variable named */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): SiteConfig {
  const filled = Object.fromEntries(
    Object.entries(readEnvironment(env)).filter(([, value]) => value !== ''),
  );
  const parsed = environment.safeParse(filled);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `  \`${name}\`: ${issue.message}, got ${JSON.stringify(env[name])}`;
    });
    throw new Error(`The environment has ${faults.length} wrong values:\n${faults.join('\n')}`);
  }
  const value = parsed.data;
  const epoch = value.SOURCE_DATE_EPOCH;
  const builtAt = epoch === undefined ? new Date() : new Date(epoch * 1000);
  const builtOn = toDay(builtAt);
  return {
    campaign: value.CAMPAIGN,
    dataDir: value.DATA_DIR,
    published: publishedIn(value.DATA_DIR),
    printDir: join(value.DATA_DIR, 'print'),
    progressFile: join(value.DATA_DIR, progressFileName),
    siteDir: value.SITE_DIR ?? join(value.DATA_DIR, 'site'),
    cacheDir: cacheFolder(env),
    publicUrl: (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, ''),
    today: value.CAMPAIGN_TODAY ?? builtOn,
    builtAt,
    builtOn,
    hasService: value.SITE_WITH_FILES === undefined,
  };
}
