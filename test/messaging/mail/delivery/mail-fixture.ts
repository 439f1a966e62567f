import type { Pool } from 'pg';
import { pino } from 'pino';
import type { Carrier } from '../../../../messaging/mail/delivery/carrier.ts';
import type { WholeLetter } from '../../../../messaging/mail/delivery/compose.ts';
import { createLetterSeal } from '../../../../messaging/mail/delivery/letter-seal.ts';
import { createMail } from '../../../../messaging/mail/delivery/mail.ts';
import type {
  DkimSettings,
  SmtpSettings,
} from '../../../../messaging/mail/delivery/mail-settings.ts';
import { startSender } from '../../../../messaging/mail/delivery/sender.ts';
import { createSmtpCarrier } from '../../../../messaging/mail/delivery/smtp-carrier.ts';
import { createUnsubscribeTokens } from '../../../../messaging/mail/delivery/unsubscribe-token.ts';
import { openHintQueue } from '../../fixtures/hint-queue.ts';

export const secret = 'a secret of the tests, long enough';
export const from = { name: 'UP COP', address: 'up-cop@office.example' };
export const seal = createLetterSeal(secret);
export const tokens = createUnsubscribeTokens(secret);
export const mail = createMail({ publicUrl: 'https://up-cop.example', from, seal, tokens });
/** Ten in the morning in Asia/Kolkata. */
export const morning = new Date('2019-04-12T04:30:00Z');

/** A letter of the ledger as it is about to go out. */
export const makeLetter = (more: Partial<WholeLetter>): WholeLetter => ({
  id: 1,
  kind: 'kit' as const,
  mailing: null,
  personId: null,
  district: 'agra',
  recipient: 'pro@agra.example',
  language: 'hi' as const,
  subject: 'जनपद आगरा',
  bodyText: 'नमूना',
  bodyHtml: '<p>नमूना</p>',
  unsubscribe: null,
  sealedLink: null,
  urgent: false,
  messageId: 'one@office.example',
  state: 'sending' as const,
  tries: 1,
  nextTryAt: new Date(0),
  lastAnswer: null,
  decidedBy: null,
  createdAt: new Date('2019-04-12T04:30:00Z'),
  dueSince: new Date(0),
  settledAt: null,
  link: undefined,
  attachments: [],
  ...more,
});

export function serverAt(port: number, more: Partial<SmtpSettings> = {}): SmtpSettings {
  return { host: '127.0.0.1', port, secure: false, requireTls: false, auth: undefined, ...more };
}

/** A sender as the service has it, with limits that a test can wait for. */
export function openSender(options: {
  pool: Pool;
  redisUrl: string;
  carrier: Carrier | { port: number };
  now?: Date;
  dkim?: DkimSettings;
  claimedMs?: number;
}) {
  const { pool, redisUrl, carrier, now = morning, dkim } = options;
  return startSender({
    pool,
    carrier:
      'port' in carrier
        ? createSmtpCarrier(serverAt(carrier.port), { connectMs: 10_000, silenceMs: 10_000 })
        : carrier,
    queue: openHintQueue(redisUrl, 'letters'),
    settings: { from, dkim },
    seal,
    now: async () => now,
    log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
    tickMs: 50,
    // Of a process that a test does not kill: a busy machine is slow, not dead.
    claimedMs: options.claimedMs ?? 20_000,
    slackMs: 0,
  });
}

/** Letters and their states by the recipient. */
export async function readStates(pool: Pool): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ recipient: string; state: string }>(
    'SELECT recipient, state FROM letter ORDER BY id',
  );
  return Object.fromEntries(rows.map(({ recipient, state }) => [recipient, state]));
}
