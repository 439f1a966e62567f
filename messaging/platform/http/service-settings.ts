import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { defaultCampaign } from '../../../campaigns/campaign-folder-fs.ts';
import { type Published, publishedIn } from '../../../campaigns/published-fs.ts';
import type { Side } from './side.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const port = z.coerce.number().int().min(0).max(65_535);
const folder = z
  .string()
  .min(1)
  .transform((path) => (isAbsolute(path) ? path : join(root, path)));

/** Variables of the process itself: its addresses, folders, stores and secrets; `.env.example` explains them. */
export const serviceEnvironment = {
  PORT: port.default(8080),
  CONSOLE_PORT: port.default(8081),
  REDIRECT_PORT: port.default(8083),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  // Of practice, which takes them in place of both.
  PRACTICE_PORT: port.optional(),
  PRACTICE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: folder.prefault('data'),
  SPOOL_DIR: folder.optional(),
  FILES_URL: z.url({ protocol: /^s3$/ }).optional(),
  SITE_DIR: folder.optional(),
  // Read by the programs that the service starts.
  CACHE_DIR: folder.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^(rediss?|unix)$/ }).optional(),
  CAMPAIGN: z.string().min(1).default(defaultCampaign),
  CAMPAIGN_TODAY: z.iso.date().optional(),
  LOG_FORMAT: z.enum(['json', 'text']).default('text'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  WORKER: z.enum(['on', 'off']).default('on'),
  TRUST_PROXY: z.string().min(1).default('loopback'),
  AUTH_SECRET: z.string().min(32).optional(),
  BACKUP_PASSPHRASE: z.string().min(12).optional(),
};
type Environment = z.infer<z.ZodObject<typeof serviceEnvironment>>;

export interface ServiceSettings {
  /** The side that this process answers. */
  only: Side;
  port: number;
  /** Of the redirect that runs apart from the service. */
  redirectPort: number;
  host: string;
  /** Without a slash at its end. */
  publicUrl: string;
  dataDir: string;
  printDir: string;
  /** The installation's own words and tables, over the repository's. */
  published: Published;
  /** Scans and receipts wait here for the database; each process has its own folder in it. */
  spoolDir: string;
  siteDir: string;
  /** Store of pictures, notes, reports and ordered prints that machines share; undefined for `dataDir`. */
  filesUrl: string | undefined;
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  campaign: string;
  /** Calendar day at which the campaign's clock is fixed; undefined for the real clock. */
  campaignToday: string | undefined;
  logLevel: Environment['LOG_LEVEL'];
  /** `text` for people, `json` for programs that read it. */
  logFormat: 'json' | 'text';
  worker: boolean;
  /** Proxies whose X-Forwarded-For is believed. */
  trustProxy: string;
  /** Signs sessions and encrypts second factors; undefined for one that is kept in `dataDir`. */
  authSecret: string | undefined;
  /** Encrypts every backup. */
  backupPassphrase: string | undefined;
}

/** @throws for one side of the service without a database that the other one can share */
export function serviceSettings(env: Environment, only: Side): ServiceSettings {
  if (only !== 'both' && env.DATABASE_URL === undefined) {
    throw new Error(
      `Expected \`DATABASE_URL\` with --only ${only}, got none: the embedded database runs inside of one process, and both sides would end with it`,
    );
  }
  return {
    only,
    port: only === 'console' ? env.CONSOLE_PORT : env.PORT,
    redirectPort: env.REDIRECT_PORT,
    host: env.HOST,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/(?<!\/)\/+$/, ''),
    dataDir: env.DATA_DIR,
    printDir: join(env.DATA_DIR, 'print'),
    published: publishedIn(env.DATA_DIR),
    spoolDir: env.SPOOL_DIR ?? join(env.DATA_DIR, 'spool'),
    siteDir: env.SITE_DIR ?? join(env.DATA_DIR, 'site'),
    filesUrl: env.FILES_URL,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    campaign: env.CAMPAIGN,
    campaignToday: env.CAMPAIGN_TODAY,
    logLevel: env.LOG_LEVEL,
    logFormat: env.LOG_FORMAT,
    worker: env.WORKER === 'on',
    trustProxy: env.TRUST_PROXY,
    authSecret: env.AUTH_SECRET,
    backupPassphrase: env.BACKUP_PASSPHRASE,
  };
}
