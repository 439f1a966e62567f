import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { createDatabaseClock } from '../database/database-clock.ts';
import type { Module } from '../http/module.ts';
import { authSecret } from '../process/secret-fs.ts';
import { createBullQueue } from '../queue/bull-queue.ts';
import { createLetterSeal } from './letter-seal.ts';
import { createOutbox } from './outbox-carrier-fs.ts';
import { startSender } from './sender.ts';
import { createSmtpCarrier } from './smtp-carrier.ts';

export interface MailSendingOptions {
  config: Pick<Config, 'dataDir' | 'authSecret' | 'mail'>;
  pool: Pool;
  redisUrl: string;
  /** The campaign's clock. */
  now: () => Date;
  log: Logger;
}

/** Sends letters until it is closed: in the service, and in each further worker. */
export function openMailSending({ config, pool, redisUrl, now, log }: MailSendingOptions): Module {
  const { smtp } = config.mail;
  const clock = createDatabaseClock(pool, { now });
  const sender = startSender({
    pool,
    carrier:
      smtp === undefined ? createOutbox(join(config.dataDir, 'outbox')) : createSmtpCarrier(smtp),
    queue: createBullQueue(redisUrl, {
      name: 'letters',
      onError: (error) => log.warn({ err: error }, 'queue; letters go on when it is back'),
    }),
    settings: config.mail,
    seal: createLetterSeal(authSecret(config.dataDir, config.authSecret)),
    now: clock.now,
    log,
  });
  return { name: 'mail sending', close: sender.stop };
}
