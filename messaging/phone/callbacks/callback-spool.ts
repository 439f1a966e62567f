import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { openOwnSpool } from '../../platform/spool/own-spool.ts';
import type { Spool } from '../../platform/spool/spool.ts';
import type { Gateway, Inbox } from '../gateways/gateway.ts';
import { createCallbackStore } from './callback-store.ts';
import { encodeLinkRecord, keepStop } from './link-record.ts';
import { type IsStop, isStopWord } from './stop-word.ts';
import type { Answering } from './whatsapp-answer.ts';

export interface CallbackSpoolOptions {
  pool: Pool;
  spoolDir: string;
  gateways: Readonly<Record<string, Gateway>>;
  isStop?: IsStop | undefined;
  answerText?: Answering['answerText'];
  log: Logger;
}

/** A process's spool of callbacks, which are carried into the ledger; what comes over links of gateways goes there too. */
export async function openCallbackSpool({
  pool,
  spoolDir,
  gateways,
  isStop,
  answerText,
  log,
}: CallbackSpoolOptions): Promise<{ spool: Spool; close(): Promise<void> }> {
  const opened = await openOwnSpool({
    base: join(spoolDir, 'callbacks'),
    onTrouble: (error) => log.error(error, 'callbacks cannot be stored'),
    store: createCallbackStore({
      pool,
      gateways,
      answerText,
      onUnanswered: (error) => log.warn(error, 'a WhatsApp message was not answered'),
      onMalformedRecord: (error) => log.warn(error, 'a spooled callback was left out'),
      // Which blast it is of is one question more: asked where somebody reads it.
      ...(log.isLevelEnabled('debug') && {
        onRecorded: ({ id, providerId, status, code }, blast) =>
          log.debug({ blast, message: id, providerId, status, code }, 'receipt in the ledger'),
      }),
    }),
    onDrainTrouble: (error) => log.warn(error, 'callbacks wait for the database'),
  });
  const closeInboxes = openLinkInboxes(gateways, opened.spool, isStop);
  return {
    spool: opened.spool,
    async close() {
      closeInboxes();
      await opened.close();
    },
  };
}

/**
 * Puts into a spool what comes over the links of gateways. The provider is told that we have it once it is durable, so
 * that a kill loses nothing.
 * @returns what ends it: from then on the provider keeps what it has
 */
export function openLinkInboxes(
  gateways: Readonly<Record<string, Pick<Gateway, 'receive'>>>,
  spool: Pick<Spool, 'append'>,
  isStop: IsStop = isStopWord,
): () => void {
  let open = true;
  for (const [gateway, { receive }] of Object.entries(gateways)) receive?.(createInbox(gateway));

  function createInbox(gateway: string): Inbox {
    return {
      async receipt(news) {
        return open && spool.append(encodeLinkRecord({ kind: 'part', news: { ...news, gateway } }));
      },
      async reply({ number, body }) {
        if (!isStop(body)) return true;
        return open && keepStop(spool, { number });
      },
    };
  }
  return () => {
    open = false;
  };
}

/** Takes the receipts that come over a worker's own links; undefined where no gateway has any. */
export async function openWorkerReceipts(
  options: CallbackSpoolOptions,
): Promise<{ close(): Promise<void> } | undefined> {
  const hasLinks = Object.values(options.gateways).some(({ receive }) => receive !== undefined);
  return hasLinks ? openCallbackSpool(options) : undefined;
}
