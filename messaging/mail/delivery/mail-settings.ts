import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { isLoopback } from '../../platform/process/loopback.ts';
import { checkHeader, checkMailbox } from './letter.ts';

/** Variables of the mail; `.env.example` explains them. */
export const mailEnvironment = {
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_STARTTLS: z.enum(['required', 'optional']).default('required'),
  MAIL_FROM: z.string().min(3).optional(),
  DKIM_DOMAIN: z
    .string()
    .regex(/^[a-z0-9.-]+$/i)
    .optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9.-]+$/i)
    .optional(),
  DKIM_KEY_FILE: z.string().min(1).optional(),
};
type Environment = z.infer<z.ZodObject<typeof mailEnvironment>>;

export interface SmtpSettings {
  host: string;
  port: number;
  /** TLS from the first byte (smtps). */
  secure: boolean;
  /** Nothing is sent, no password either, before STARTTLS. */
  requireTls: boolean;
  auth: { user: string; pass: string } | undefined;
}

export interface DkimSettings {
  domainName: string;
  keySelector: string;
  privateKey: string;
}

/** The sender's name, empty for none, and mailbox. */
export interface Sender {
  name: string;
  address: string;
}

export interface MailSettings {
  /** Undefined: letters lie in `DATA_DIR/outbox`. */
  smtp: SmtpSettings | undefined;
  /** Undefined where no `MAIL_FROM` is set. */
  from: Sender | undefined;
  dkim: DkimSettings | undefined;
}

/** @throws naming the variable that is missing or wrong; no password is in the message */
export function mailSettings(env: Environment): MailSettings {
  const from = env.MAIL_FROM === undefined ? undefined : readSender(env.MAIL_FROM);
  if (env.SMTP_URL !== undefined && from === undefined) {
    throw new Error('Expected `MAIL_FROM` beside `SMTP_URL`, got nothing');
  }
  return {
    smtp: env.SMTP_URL === undefined ? undefined : readServer(env.SMTP_URL, env.SMTP_STARTTLS),
    from,
    dkim: readDkim(env),
  };
}

/** The sender of letters: as set up, else the campaign with a mailbox that nobody can write to. */
export function findSender(
  { from }: Pick<MailSettings, 'from'>,
  { id, app }: Pick<Campaign, 'id' | 'app'>,
): Sender {
  return from ?? { name: app.name, address: `${id}@localhost.invalid` };
}

function readServer(address: string, startTls: 'required' | 'optional'): SmtpSettings {
  const url = new URL(address);
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  const pass = decodeURIComponent(url.password);
  if (url.hostname === '') throw new Error('Expected a host in `SMTP_URL`, got none');
  if ((user === '') !== (pass === '')) {
    throw new Error('Expected name and password in `SMTP_URL`, or neither, got one of them');
  }
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTls: !secure && startTls === 'required' && !isLoopback(url.hostname),
    auth: user === '' ? undefined : { user, pass },
  };
}

/** `Name <mailbox>`, or the mailbox alone. */
function readSender(text: string): Sender {
  const [, before = '', inBrackets = text] = /^([^<]*)<([^<>]*)>$/.exec(text.trim()) ?? [];
  const name = before.trim().replace(/^"|"$/g, '').trim();
  const address = inBrackets.trim();
  if (name !== '') checkHeader('MAIL_FROM', name);
  checkMailbox('MAIL_FROM', address);
  return { name, address };
}

function readDkim(env: Environment): DkimSettings | undefined {
  const { DKIM_DOMAIN: domainName, DKIM_SELECTOR: keySelector, DKIM_KEY_FILE: path } = env;
  const settings = { DKIM_DOMAIN: domainName, DKIM_SELECTOR: keySelector, DKIM_KEY_FILE: path };
  if (domainName === undefined && keySelector === undefined && path === undefined) return undefined;
  if (domainName === undefined || keySelector === undefined || path === undefined) {
    const missing = Object.entries(settings).find(([, value]) => value === undefined)?.[0];
    throw new Error(`Expected all variables of DKIM_, got none for \`${missing}\``);
  }
  let privateKey: string;
  try {
    privateKey = readFileSync(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Error(`Expected a private key at \`DKIM_KEY_FILE\` ${path}, got ${code}`, { cause });
  }
  if (!privateKey.includes('PRIVATE KEY')) {
    throw new Error(`Expected a PEM private key at \`DKIM_KEY_FILE\` ${path}, got something else`);
  }
  return { domainName, keySelector, privateKey };
}
