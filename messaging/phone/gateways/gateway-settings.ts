import { z } from 'zod';
import type { ExotelVoice } from './exotel.ts';
import { smppEnvironment, smppSettings } from './smpp/settings.ts';

/** Requests that a provider takes from an account unless it was asked for more; its own papers say so. */
const documentedPerMinute = {
  exotel: {
    requests: 200,
    source:
      'developer.exotel.com: Rate limiting has 200 requests a minute for the SMS API, which is used here, and 200 calls; SMS campaigns, an API of their own, has 300; read 29.11.2026',
  },
} as const satisfies Record<string, { requests: number; source: string }>;

const paise = z.coerce.number().int().min(0);
const perSecond = z.coerce.number().int().positive().optional();
const text = z.string().min(1).optional();

const metaId = z
  .string()
  .regex(/^\d{5,20}$/, { error: 'Expected an id of Meta: digits alone' })
  .optional();

/** Twilio's names: two letters for the kind, then 32 hexadecimal digits. */
function sid(letters: string, what: string) {
  return z
    .string()
    .regex(new RegExp(`^${letters}[0-9a-f]{32}$`, 'i'), {
      error: `Expected the id of ${what}: ${letters} and 32 hexadecimal digits`,
    })
    .optional();
}

/** Variables of the gateways; `.env.example` explains them. None is needed: the emulator then takes everything. */
export const gatewayEnvironment = {
  GATEWAY_TIMEOUT_MS: z.coerce.number().int().min(100).max(120_000).default(30_000),
  // Twilio promises no time within which a message is in its listing: a minute is a guess on the safe side.
  GATEWAY_LISTING_LAG_SECONDS: z.coerce.number().int().min(0).max(3600).default(60),
  GATEWAY_SOCKETS: z.coerce.number().int().min(1).max(2000).default(100),
  RECEIVER_PORT: z.coerce.number().int().min(1).max(65_535).default(8082),
  EMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(8090),
  EMULATOR_URL: z.url({ protocol: /^http$/ }).optional(),
  EMULATOR_TOKEN: z.string().min(8).optional(),
  TWILIO_ACCOUNT_SID: sid('AC', 'an account'),
  TWILIO_AUTH_TOKEN: text,
  TWILIO_MESSAGING_SERVICE_SID: sid('MG', 'a messaging service'),
  TWILIO_FROM: text,
  TWILIO_CALL_FROM: text,
  TWILIO_WHATSAPP_FROM: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, { error: 'Expected a number in the form +91…' })
    .optional(),
  TWILIO_BASE_URL: z.url().optional(),
  TWILIO_PER_SECOND: perSecond,
  TWILIO_PAISE: paise.default(700),
  META_PHONE_NUMBER_ID: metaId,
  META_ACCOUNT_ID: metaId,
  META_TOKEN: text,
  META_APP_SECRET: text,
  META_VERIFY_TOKEN: z
    .string()
    .regex(/^[\w-]{16,128}$/)
    .optional(),
  META_VERSION: z
    .string()
    .regex(/^v\d{1,3}\.\d$/)
    .default('v24.0'),
  META_BASE_URL: z.url({ protocol: /^https?$/ }).default('https://graph.facebook.com'),
  META_PER_SECOND: perSecond,
  CDAC_URL: z.url().optional(),
  CDAC_USERNAME: text,
  CDAC_PASSWORD: text,
  CDAC_DEPARTMENT_KEY: text,
  CDAC_BULK_NUMBERS: z.coerce.number().int().min(1).max(50).default(50),
  CDAC_PER_SECOND: perSecond,
  CDAC_PAISE: paise.default(15),
  NIC_URL: z.url().optional(),
  NIC_USERNAME: text,
  NIC_PIN: text,
  NIC_BYTE_ORDER_MARK: z.enum(['on', 'off']).default('on'),
  NIC_PER_SECOND: perSecond,
  NIC_PAISE: paise.default(15),
  EXOTEL_URL: z.url({ protocol: /^https?$/ }).optional(),
  EXOTEL_ACCOUNT_SID: z
    .string()
    .regex(/^[\w-]+$/)
    .optional(),
  EXOTEL_API_KEY: text,
  EXOTEL_API_TOKEN: text,
  EXOTEL_CALLBACK_TOKEN: z
    .string()
    .regex(/^[\w-]{16,128}$/)
    .optional(),
  EXOTEL_CALLER_ID: text,
  EXOTEL_FLOW_URL: z.url({ protocol: /^https?$/ }).optional(),
  EXOTEL_PROMPT_HI_URL: z.url({ protocol: /^https?$/ }).optional(),
  EXOTEL_PROMPT_EN_URL: z.url({ protocol: /^https?$/ }).optional(),
  EXOTEL_PER_SECOND: perSecond,
  EXOTEL_PAISE: paise.default(15),
  ...smppEnvironment,
};
type Environment = z.infer<z.ZodObject<typeof gatewayEnvironment>>;

export type GatewaySettings = ReturnType<typeof gatewaySettings>;

const exotelRate = documentedPerMinute.exotel.requests / 60;
const emulatorAccount = `AC${'0'.repeat(32)}`;
/** The emulator costs what the operators do, so that a training shows real sums. */
const emulatorPaise = 15;

/** @throws when a gateway is named by some of its variables only */
export function gatewaySettings(env: Environment) {
  const rates: Record<string, number | undefined> = {
    twilio: env.TWILIO_PER_SECOND,
    meta: env.META_PER_SECOND,
    cdac: env.CDAC_PER_SECOND,
    nic: env.NIC_PER_SECOND,
    exotel: env.EXOTEL_PER_SECOND ?? (env.EXOTEL_URL === undefined ? undefined : exotelRate),
    smpp: env.SMPP_PER_SECOND,
  };
  return {
    requestTimeoutMs: env.GATEWAY_TIMEOUT_MS,
    /** How long an accepted message may be missing in a listing, that of the emulator as well. */
    listingLagMs: env.GATEWAY_LISTING_LAG_SECONDS * 1000,
    sockets: env.GATEWAY_SOCKETS,
    /** Where receipts are taken while no service does. */
    receiverPort: env.RECEIVER_PORT,
    emulator: {
      url: env.EMULATOR_URL ?? `http://127.0.0.1:${env.EMULATOR_PORT}`,
      accountSid: emulatorAccount,
      authToken: env.EMULATOR_TOKEN,
    },
    twilio: twilioSettings(env),
    meta: metaSettings(env),
    cdac: cdacSettings(env),
    nic: nicSettings(env),
    exotel: exotelSettings(env),
    smpp: smppSettings(env),
    /** Messages a second by gateway, over all processes; a gateway without one is not limited. */
    rates: Object.fromEntries(
      Object.entries(rates).filter((entry): entry is [string, number] => entry[1] !== undefined),
    ),
    /** Price of one segment. */
    paise: {
      emulator: emulatorPaise,
      twilio: env.TWILIO_PAISE,
      // WhatsApp alone, which is priced by the category of the template.
      meta: 0,
      cdac: env.CDAC_PAISE,
      nic: env.NIC_PAISE,
      exotel: env.EXOTEL_PAISE,
      smpp: env.SMPP_PAISE,
      operator: emulatorPaise,
    } as Record<string, number>,
  };
}

function twilioSettings(env: Environment) {
  const account = whole('TWILIO', {
    accountSid: env.TWILIO_ACCOUNT_SID,
    authToken: env.TWILIO_AUTH_TOKEN,
  });
  if (account === undefined) return undefined;
  const { TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid, TWILIO_FROM: from } = env;
  if (messagingServiceSid === undefined && from === undefined) {
    throw new Error('Expected `TWILIO_MESSAGING_SERVICE_SID` or `TWILIO_FROM` beside the account');
  }
  return {
    ...account,
    messagingServiceSid,
    from,
    callFrom: env.TWILIO_CALL_FROM,
    whatsappFrom: env.TWILIO_WHATSAPP_FROM,
    baseUrl: env.TWILIO_BASE_URL,
  };
}

function metaSettings(env: Environment) {
  const account = whole('META', {
    phoneNumberId: env.META_PHONE_NUMBER_ID,
    accountId: env.META_ACCOUNT_ID,
    token: env.META_TOKEN,
    appSecret: env.META_APP_SECRET,
    verifyToken: env.META_VERIFY_TOKEN,
  });
  return account && { ...account, version: env.META_VERSION, baseUrl: env.META_BASE_URL };
}

function cdacSettings(env: Environment) {
  const account = whole('CDAC', {
    baseUrl: env.CDAC_URL,
    username: env.CDAC_USERNAME,
    password: env.CDAC_PASSWORD,
    departmentKey: env.CDAC_DEPARTMENT_KEY,
  });
  return account && { ...account, bulkNumbers: env.CDAC_BULK_NUMBERS };
}

function nicSettings(env: Environment) {
  const { NIC_URL: baseUrl, NIC_USERNAME: username, NIC_PIN: pin } = env;
  const account = whole('NIC', { baseUrl, username, pin });
  return account && { ...account, byteOrderMark: env.NIC_BYTE_ORDER_MARK === 'on' };
}

function exotelSettings(env: Environment) {
  const account = whole('EXOTEL', {
    baseUrl: env.EXOTEL_URL,
    accountSid: env.EXOTEL_ACCOUNT_SID,
    apiKey: env.EXOTEL_API_KEY,
    apiToken: env.EXOTEL_API_TOKEN,
  });
  return account && { ...account, callbackToken: env.EXOTEL_CALLBACK_TOKEN, ...exotelVoice(env) };
}

const voiceVariables = [
  'EXOTEL_CALLER_ID',
  'EXOTEL_FLOW_URL',
  'EXOTEL_PROMPT_HI_URL',
  'EXOTEL_PROMPT_EN_URL',
] as const;

/** The settings of a call over Exotel, or the variables that it lacks. */
function exotelVoice(env: Environment): {
  voice: ExotelVoice | undefined;
  voiceLacks: readonly string[];
} {
  const {
    EXOTEL_CALLER_ID: callerId,
    EXOTEL_FLOW_URL: flowUrl,
    EXOTEL_PROMPT_HI_URL: hi,
    EXOTEL_PROMPT_EN_URL: en,
  } = env;
  if (callerId !== undefined && flowUrl !== undefined && hi !== undefined && en !== undefined) {
    return { voice: { callerId, flowUrl, prompts: { hi, en } }, voiceLacks: [] };
  }
  return { voice: undefined, voiceLacks: voiceVariables.filter((name) => env[name] === undefined) };
}

function whole<Name extends string>(
  prefix: string,
  values: Record<Name, string | undefined>,
): Record<Name, string> | undefined {
  const entries = Object.entries<string | undefined>(values);
  const missing = entries.filter(([, value]) => value === undefined).map(([name]) => name);
  if (missing.length === entries.length) return undefined;
  if (missing.length > 0) {
    throw new Error(`Expected all variables of ${prefix}_, got none for ${missing.join(', ')}`);
  }
  return values as Record<Name, string>;
}
