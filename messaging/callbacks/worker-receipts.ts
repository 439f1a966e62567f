import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Gateway } from '../gateways/gateway.ts';
import { startDrain } from '../spool/drain.ts';
import { openSpool, type Spool, SpoolTakenError } from '../spool/spool.ts';
import { createCallbackStore } from './callback-store.ts';
import { openLinkInboxes } from './link-inbox.ts';

export interface WorkerReceiptsOptions {
  pool: Pool;
  spoolDir: string;
  gateways: Readonly<Record<string, Gateway>>;
  log: Logger;
}

const mostWorkers = 64;

/**
 * Takes the receipts that come over a worker's own links; undefined where no gateway has any. A worker has a spool of
 * its own, and takes over the one that a worker before it left.
 */
export async function openWorkerReceipts(
  options: WorkerReceiptsOptions,
): Promise<{ close(): Promise<void> } | undefined> {
  const { pool, gateways, log } = options;
  if (!Object.values(gateways).some(({ receive }) => receive !== undefined)) return undefined;
  const spool = await openFreeSpool(options);
  const drain = startDrain({
    spool,
    store: createCallbackStore({
      pool,
      gateways,
      onMalformedRecord: (error) => log.warn(error, 'a spooled receipt was left out'),
    }),
    onTrouble: (error) => log.warn(error, 'receipts wait for the database'),
  });
  const closeInboxes = openLinkInboxes(gateways, spool);
  return {
    async close() {
      closeInboxes();
      await drain.stop();
      await spool.close();
    },
  };
}

async function openFreeSpool({ spoolDir, log }: WorkerReceiptsOptions): Promise<Spool> {
  for (let place = 0; place < mostWorkers; place += 1) {
    try {
      return await openSpool({
        folder: join(spoolDir, `receipts-${place}`),
        onTrouble: (error) => log.error(error, 'receipts cannot be stored'),
      });
    } catch (error) {
      if (!(error instanceof SpoolTakenError)) throw error;
    }
  }
  throw new Error(`Expected at most ${mostWorkers} workers in ${spoolDir}, got one more`);
}
