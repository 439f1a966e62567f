import { parseArgs } from 'node:util';
import { z } from 'zod';
import { WrongUse } from '../campaigns/command/run-command.ts';
import { readEnvironment } from '../campaigns/practice-fs.ts';
import {
  type StoreReportSettings,
  storeReportEnvironment,
  storeReportSettings,
} from './figures/store-reports/settings.ts';
import { type MailSettings, mailEnvironment, mailSettings } from './mail/delivery/mail-settings.ts';
import {
  type SignInSettings,
  signInEnvironment,
  signInSettings,
} from './people/identity-provider/sign-in-settings.ts';
import {
  type GatewaySettings,
  gatewayEnvironment,
  gatewaySettings,
} from './phone/gateways/gateway-settings.ts';
import {
  type ServiceSettings,
  serviceEnvironment,
  serviceSettings,
} from './platform/http/service-settings.ts';
import { type Side, sides } from './platform/http/side.ts';
import type { Webhook } from './platform/http/signed-post.ts';
import { expectHttps } from './platform/process/loopback.ts';

/** Variables of the webhooks; `.env.example` explains them. */
const webhookEnvironment = {
  ALERT_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  ALERT_WEBHOOK_SECRET: z.string().min(16).optional(),
  EVENT_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  EVENT_WEBHOOK_SECRET: z.string().min(16).optional(),
};
type Environment = z.infer<z.ZodObject<typeof webhookEnvironment>>;

interface WebhookSettings {
  webhook: Webhook | undefined;
}

/** @throws when one of both is missing, or the address is neither https nor on this machine */
function webhookSettings(env: Environment, kind: 'ALERT' | 'EVENT'): WebhookSettings {
  const { [`${kind}_WEBHOOK_URL` as const]: url, [`${kind}_WEBHOOK_SECRET` as const]: secret } =
    env;
  if (url === undefined && secret === undefined) return { webhook: undefined };
  if (url === undefined || secret === undefined) {
    const missing = `${kind}_WEBHOOK_${url === undefined ? 'URL' : 'SECRET'}`;
    throw new Error(`Expected both variables of ${kind}_WEBHOOK_, got none for ${missing}`);
  }
  expectHttps(`${kind}_WEBHOOK_URL`, url);
  return { webhook: { url, secret } };
}

/** Every variable, each declared where its settings are read. */
export const environment = z.object({
  ...serviceEnvironment,
  ...gatewayEnvironment,
  ...webhookEnvironment,
  ...mailEnvironment,
  ...signInEnvironment,
  ...storeReportEnvironment,
});

/** Settings of the service; every one has a default. `.env.example` explains them. */
export interface Config extends ServiceSettings {
  gateways: GatewaySettings;
  alerts: WebhookSettings;
  events: WebhookSettings;
  mail: MailSettings;
  signIn: SignInSettings;
  storeReports: StoreReportSettings;
}

/** Variables whose value is never printed, nor that of an address with a password in it. */
const secretName = /SECRET|TOKEN|PASSWORD|PASSPHRASE|_KEY$|_PIN$/;
const addressWithPassword = /:\/\/[^/:]*:[^/@]*@/;

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
  const present = Object.fromEntries(
    Object.entries(readEnvironment(env)).filter(([, value]) => value !== ''),
  );
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `  \`${name}\`: ${issue.message}, got ${shown(name, env[name])}`;
    });
    throw new Error(`The environment has ${faults.length} wrong values:\n${faults.join('\n')}`);
  }
  return {
    ...serviceSettings(parsed.data, only),
    gateways: gatewaySettings(parsed.data),
    alerts: webhookSettings(parsed.data, 'ALERT'),
    events: webhookSettings(parsed.data, 'EVENT'),
    mail: mailSettings(parsed.data),
    signIn: signInSettings(parsed.data),
    storeReports: storeReportSettings(parsed.data),
  };
}

function readSide(args: readonly string[]): Side {
  const { only = 'both' } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' } },
  }).values;
  const side = sides.find((each) => each === only);
  if (side === undefined) throw new WrongUse(`Expected --only ${sides.join('|')}, got ${only}`);
  return side;
}

function shown(name: string, value: string | undefined): string {
  const isSecret = secretName.test(name) || addressWithPassword.test(value ?? '');
  return isSecret ? 'a value that is not shown' : JSON.stringify(value);
}
