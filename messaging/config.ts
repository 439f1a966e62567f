import { isAbsolute, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { defaultCampaign } from '../campaigns/campaign-folder-fs.ts';
import { type Published, publishedIn } from '../campaigns/published-fs.ts';
import {
  type AlertSettings,
  alertEnvironment,
  alertSettings,
} from './mail/alerts/alert-settings.ts';
import { type MailSettings, mailEnvironment, mailSettings } from './mail/delivery/mail-settings.ts';
import {
  type GatewaySettings,
  gatewayEnvironment,
  gatewaySettings,
} from './phone/gateways/gateway-settings.ts';
import { type Side, sides } from './platform/http/side.ts';

const root = join(import.meta.dirname, '..');
const port = z.coerce.number().int().min(0).max(65_535);
const folder = z
  .string()
  .min(1)
  .transform((path) => (isAbsolute(path) ? path : join(root, path)));

export const environment = z.object({
  PORT: port.default(8080),
  CONSOLE_PORT: port.default(8081),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
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
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  WORKER: z.enum(['on', 'off']).default('on'),
  TRUST_PROXY: z.string().min(1).default('loopback'),
  AUTH_SECRET: z.string().min(32).optional(),
  BACKUP_PASSPHRASE: z.string().min(12).optional(),
  ...gatewayEnvironment,
  ...alertEnvironment,
  ...mailEnvironment,
});

/** Variables whose value is never printed, nor that of an address with a password in it. */
const secretName = /SECRET|TOKEN|PASSWORD|PASSPHRASE|_KEY$|_PIN$/;
const addressWithPassword = /:\/\/[^/:]*:[^/@]*@/;

/** Settings of the service; every one has a default. `.env.example` explains them. */
export interface Config {
  /** The side that this process answers. */
  only: Side;
  port: number;
  host: string;
  /** Without a slash at its end. */
  publicUrl: string;
  dataDir: string;
  printDir: string;
  /** What the installation published over the repository's data. */
  published: Published;
  /** Scans and receipts wait here for the database; each process finds a folder of its own in it. */
  spoolDir: string;
  siteDir: string;
  /** Store of pictures, notes, reports and ordered prints that machines share; undefined for `dataDir`. */
  filesUrl: string | undefined;
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  campaign: string;
  /** Calendar day on which the campaign's clock stands still; undefined for the real clock. */
  campaignToday: string | undefined;
  logLevel: z.infer<typeof environment>['LOG_LEVEL'];
  worker: boolean;
  /** Proxies whose X-Forwarded-For is believed. */
  trustProxy: string;
  /** Signs sessions and encrypts second factors; undefined for one that is kept in `dataDir`. */
  authSecret: string | undefined;
  /** Encrypts backups that are asked for with --encrypt-to. */
  backupPassphrase: string | undefined;
  gateways: GatewaySettings;
  alerts: AlertSettings;
  mail: MailSettings;
}

/**
 * @param args `--only public` or `--only console` for one side of the service
 * @throws with every wrong variable named
 */
export function loadConfig(
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[] = [],
): Config {
  const only = readSide(args);
  // An empty variable (`REDIS_URL=`) means the default, as in a copied .env.example.
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `  \`${name}\`: ${issue.message}, got ${shown(name, env[name])}`;
    });
    throw new Error(`The environment has ${faults.length} wrong values:\n${faults.join('\n')}`);
  }
  const value = parsed.data;
  if (only !== 'both' && value.DATABASE_URL === undefined) {
    throw new Error(
      `Expected \`DATABASE_URL\` with --only ${only}, got none: the embedded database runs inside of one process, and both sides would end with it`,
    );
  }
  return {
    only,
    port: only === 'console' ? value.CONSOLE_PORT : value.PORT,
    host: value.HOST,
    publicUrl: (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/(?<!\/)\/+$/, ''),
    dataDir: value.DATA_DIR,
    printDir: join(value.DATA_DIR, 'print'),
    published: publishedIn(value.DATA_DIR),
    spoolDir: value.SPOOL_DIR ?? join(value.DATA_DIR, 'spool'),
    siteDir: value.SITE_DIR ?? join(value.DATA_DIR, 'site'),
    filesUrl: value.FILES_URL,
    databaseUrl: value.DATABASE_URL,
    redisUrl: value.REDIS_URL,
    campaign: value.CAMPAIGN,
    campaignToday: value.CAMPAIGN_TODAY,
    logLevel: value.LOG_LEVEL,
    worker: value.WORKER === 'on',
    trustProxy: value.TRUST_PROXY,
    authSecret: value.AUTH_SECRET,
    backupPassphrase: value.BACKUP_PASSPHRASE,
    gateways: gatewaySettings(value),
    alerts: alertSettings(value),
    mail: mailSettings(value),
  };
}

function readSide(args: readonly string[]): Side {
  const { only = 'both' } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' } },
  }).values;
  const side = sides.find((each) => each === only);
  if (side === undefined) throw new Error(`Expected --only ${sides.join('|')}, got ${only}`);
  return side;
}

function shown(name: string, value: string | undefined): string {
  const isSecret = secretName.test(name) || addressWithPassword.test(value ?? '');
  return isSecret ? 'a value that is not shown' : JSON.stringify(value);
}
