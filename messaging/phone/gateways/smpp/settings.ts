import { z } from 'zod';
import type { SmscAddress } from './bind.ts';
import { chainFormNames, registrarId, usualChainTag } from './chain.ts';
import { splitWays } from './message-parts.ts';
import { codeTables } from './operator-codes.ts';
import { idForms } from './receipt.ts';
import type { SmppOptions } from './smpp.ts';
import { readTlvs } from './tlvs.ts';

const text = z.string().min(1).optional();
const tag = (usual: string) =>
  z
    .string()
    .regex(/^0x[0-9a-f]{4}$/i, 'Expected four hexadecimal digits after 0x')
    .default(usual)
    .transform(Number);
const kindOfNumber = z.coerce.number().int().min(0).max(6);
const plan = z.coerce.number().int().min(0).max(18);
const address = z
  .url({ protocol: /^s?smpp$/, error: 'Expected smpp://host:port or ssmpp://host:port' })
  .optional();
const ascii = (longest: number) =>
  z
    .string()
    .regex(/^[\x20-\x7e]*$/, 'Expected ASCII characters')
    .max(longest)
    .optional();

/**
 * Variables of the SMPP gateway; `.env.example` explains them. Lengths are those of SMPP 3.4, 5.2, but SMSCs take
 * longer passwords than its eight characters.
 */
export const smppEnvironment = {
  SMPP_URL: address,
  SMPP_SECOND_URL: address,
  SMPP_SYSTEM_ID: ascii(15),
  SMPP_PASSWORD: ascii(64),
  SMPP_SYSTEM_TYPE: ascii(12),
  SMPP_LINKS: z.enum(['both-ways', 'separate']).default('both-ways'),
  SMPP_SOURCE_TON: kindOfNumber.default(5),
  SMPP_SOURCE_NPI: plan.default(0),
  SMPP_DESTINATION_TON: kindOfNumber.default(1),
  SMPP_DESTINATION_NPI: plan.default(1),
  SMPP_BINDS: z.coerce.number().int().min(1).max(16).default(1),
  SMPP_WINDOW: z.coerce.number().int().min(1).max(1000).default(10),
  SMPP_ENQUIRE_SECONDS: z.coerce.number().int().min(1).max(600).default(30),
  SMPP_THROTTLE_MS: z.coerce.number().int().min(50).max(30_000).default(1000),
  SMPP_SPLIT: z.enum(splitWays).default('udh8'),
  SMPP_ANSWER_IDS: z.enum(idForms).default('text'),
  SMPP_RECEIPT_IDS: z.enum(idForms).default('text'),
  SMPP_PE_TAG: tag('0x1400'),
  SMPP_TEMPLATE_TAG: tag('0x1401'),
  SMPP_CHAIN: text.refine(
    (list) => list === undefined || splitList(list).every((id) => registrarId.test(id)),
    'Expected ids of telemarketers, 12 or 19 digits each, with commas between',
  ),
  SMPP_CHAIN_FORM: z.enum(chainFormNames).default('sha256'),
  SMPP_CHAIN_TAG: tag(usualChainTag),
  SMPP_TLVS: text,
  SMPP_OWN_REFERENCE: z.enum(['on', 'off']).default('on'),
  SMPP_QUERY: z.enum(['on', 'off']).default('off'),
  SMPP_CODE_TABLE: z.enum(codeTables).optional(),
  SMPP_HALTING_CODES: text.refine(
    (list) => list === undefined || /^[\w-]{1,16}(\s*,\s*[\w-]{1,16})*$/.test(list),
    'Expected codes with commas between',
  ),
  SMPP_PER_SECOND: z.coerce.number().int().positive().optional(),
  SMPP_PAISE: z.coerce.number().int().min(0).default(15),
};
type Environment = z.infer<z.ZodObject<typeof smppEnvironment>>;

/** @throws when a value cannot go with another one */
export function smppSettings(env: Environment): Omit<SmppOptions, 'requestTimeoutMs'> | undefined {
  const { SMPP_URL: address, SMPP_SYSTEM_ID: systemId, SMPP_PASSWORD: password } = env;
  const needed = { SMPP_URL: address, SMPP_SYSTEM_ID: systemId, SMPP_PASSWORD: password };
  const missing = Object.entries(needed).filter(([, value]) => value === undefined);
  if (missing.length === 3) return undefined;
  if (address === undefined || systemId === undefined || password === undefined) {
    const names = missing.map(([name]) => name).join(', ');
    throw new Error(`Expected all variables of SMPP_, got none for ${names}`);
  }
  const second = env.SMPP_SECOND_URL;
  const answers = env.SMPP_ANSWER_IDS;
  const receipts = env.SMPP_RECEIPT_IDS;
  if ((answers === 'text') !== (receipts === 'text')) {
    throw new Error(
      `Expected \`SMPP_ANSWER_IDS\` and \`SMPP_RECEIPT_IDS\` both to be text or both numbers, got ${answers} and ${receipts}`,
    );
  }
  const tlvs = readTlvs(env.SMPP_TLVS ?? '');
  const { SMPP_PE_TAG, SMPP_TEMPLATE_TAG, SMPP_CHAIN_TAG } = env;
  const tags = [SMPP_PE_TAG, SMPP_TEMPLATE_TAG, SMPP_CHAIN_TAG, ...tlvs.map(({ tag }) => tag)];
  if (new Set(tags).size < tags.length) {
    throw new Error(
      'Expected different tags for `SMPP_PE_TAG`, `SMPP_TEMPLATE_TAG`, `SMPP_CHAIN_TAG` and in `SMPP_TLVS`',
    );
  }
  return {
    addresses: [
      readAddress('SMPP_URL', address),
      ...(second === undefined ? [] : [readAddress('SMPP_SECOND_URL', second)]),
    ],
    separate: env.SMPP_LINKS === 'separate',
    numbering: {
      source: { ton: env.SMPP_SOURCE_TON, npi: env.SMPP_SOURCE_NPI },
      destination: { ton: env.SMPP_DESTINATION_TON, npi: env.SMPP_DESTINATION_NPI },
    },
    systemId,
    password,
    systemType: env.SMPP_SYSTEM_TYPE ?? '',
    binds: env.SMPP_BINDS,
    window: env.SMPP_WINDOW,
    enquireMs: env.SMPP_ENQUIRE_SECONDS * 1000,
    throttleMs: env.SMPP_THROTTLE_MS,
    split: env.SMPP_SPLIT,
    idForms: { answers, receipts },
    tags: {
      principalEntity: SMPP_PE_TAG,
      template: SMPP_TEMPLATE_TAG,
      chain: SMPP_CHAIN_TAG,
    },
    chain:
      env.SMPP_CHAIN === undefined
        ? undefined
        : { form: env.SMPP_CHAIN_FORM, telemarketers: splitList(env.SMPP_CHAIN) },
    tlvs,
    ownReference: env.SMPP_OWN_REFERENCE === 'on',
    query: env.SMPP_QUERY === 'on',
    codeTable: env.SMPP_CODE_TABLE,
    haltingCodes: splitList(env.SMPP_HALTING_CODES ?? ''),
  };
}

function splitList(list: string): string[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function readAddress(name: string, url: string): SmscAddress {
  const { hostname, port, protocol, pathname, username } = new URL(url);
  if (hostname === '' || username !== '' || pathname.replace('/', '') !== '') {
    throw new Error(`Expected \`${name}\` to name a host and a port only, as in smpp://host:2775`);
  }
  const tls = protocol === 'ssmpp:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (tls ? 3550 : 2775) : Number(port),
    tls,
  };
}
