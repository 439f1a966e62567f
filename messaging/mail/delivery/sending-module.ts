import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../platform/database/database.ts';
import { createDatabaseClock } from '../../platform/database/database-clock.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { RunningModule } from '../../platform/http/module.ts';
import { createBullQueue } from '../../platform/queue/bull-queue.ts';
import { type AuditLetterContext, lettersFor } from './audit-letters.ts';
import { createOutbox } from './carrier.ts';
import { isBehind, lockFollowed, noteFollowed, readEntriesAfter } from './follow-sql.ts';
import { LetterFault } from './letter.ts';
import type { LetterCampaign } from './letters/voice.ts';
import type { Mail } from './mail.ts';
import { makeMail } from './mail-setup.ts';
import { startSender } from './sender.ts';
import { createSmtpCarrier } from './smtp-carrier.ts';

export interface MailSendingOptions {
  config: Pick<Config, 'dataDir' | 'authSecret' | 'mail' | 'publicUrl'>;
  database: Pick<Database, 'pool' | 'ready'>;
  redisUrl: string;
  campaign: LetterCampaign & Pick<Campaign, 'id'>;
  /** The campaign's clock. */
  now: () => Date;
  log: Logger;
}

const followEveryMs = 2000;

/** Writes the letters that officers' actions ask for, and sends all letters: in the service, and in each further worker. */
export function openMailSending(options: MailSendingOptions): RunningModule {
  const { config, database, redisUrl, campaign, now, log } = options;
  const { pool } = database;
  const { smtp } = config.mail;
  const { mail, from, seal } = makeMail(config, campaign);
  const stopping = new AbortController();
  const { signal } = stopping;
  const following = {
    mail,
    log,
    campaign,
    publicUrl: config.publicUrl,
  };

  async function follow(): Promise<void> {
    while (!signal.aborted) {
      await followAudit(pool, following).catch((error: unknown) =>
        log.warn({ err: error }, 'letters about what officers did wait'),
      );
      await wait(followEveryMs, undefined, { signal }).catch(() => undefined);
    }
  }

  let running: Promise<void> = Promise.resolve();
  let sender: ReturnType<typeof startSender> | undefined;
  // Nothing is there to send before the database is.
  void database.ready.then(
    () => {
      if (signal.aborted) return;
      running = follow();
      sender = startSender({
        pool,
        carrier:
          smtp === undefined
            ? createOutbox(join(config.dataDir, 'outbox'))
            : createSmtpCarrier(smtp),
        queue: createBullQueue(redisUrl, {
          name: 'letters',
          onError: (error) => log.warn({ err: error }, 'queue; letters go on when it is back'),
        }),
        settings: { from, dkim: config.mail.dkim },
        seal,
        now: createDatabaseClock(pool, { now }).now,
        log,
      });
    },
    () => {},
  );
  return {
    name: 'mail sending',
    async close() {
      stopping.abort();
      await Promise.all([running, sender?.stop()]);
    },
  };
}

const entriesAtOnce = 100;

/**
 * Writes the letters that officers' actions ask for, by the audit log: it holds each action in the transaction that did it, so
 * a letter is neither lost nor written twice, and no other slice needs to know of mail.
 * @returns how many letters were written
 */
export async function followAudit(
  pool: Pool,
  { mail, log, ...context }: AuditLetterContext & { mail: Mail; log: Logger },
): Promise<number> {
  if (!(await isBehind(pool))) return 0;
  return inTransaction(pool, async (tx) => {
    const from = await lockFollowed(tx);
    if (from === undefined) return 0;
    const entries = await readEntriesAfter(tx, from, entriesAtOnce);
    let written = 0;
    for (const entry of entries) {
      for (const letter of await lettersFor(tx, entry, context)) {
        try {
          if (await mail.send(tx, letter)) written += 1;
        } catch (error) {
          // One account with an invalid address does not hold up the letters of others.
          if (!(error instanceof LetterFault)) throw error;
          log.warn({ audit: entry.id, fault: error.message }, 'a letter cannot be written');
        }
      }
    }
    await noteFollowed(tx, entries.at(-1)?.id ?? from);
    return written;
  });
}
