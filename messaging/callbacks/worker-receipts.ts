import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Gateway } from '../gateways/gateway.ts';
import { openOwnSpool } from '../spool/own-spool.ts';
import { createCallbackStore } from './callback-store.ts';
import { openLinkInboxes } from './link-inbox.ts';

export interface WorkerReceiptsOptions {
  pool: Pool;
  spoolDir: string;
  gateways: Readonly<Record<string, Gateway>>;
  log: Logger;
}

/**
 * Takes the receipts that come over a worker's own links; undefined where no gateway has any.
 */
export async function openWorkerReceipts(
  options: WorkerReceiptsOptions,
): Promise<{ close(): Promise<void> } | undefined> {
  const { pool, gateways, spoolDir, log } = options;
  if (!Object.values(gateways).some(({ receive }) => receive !== undefined)) return undefined;
  const own = await openOwnSpool({
    base: join(spoolDir, 'callbacks'),
    onTrouble: (error) => log.error(error, 'receipts cannot be stored'),
    store: createCallbackStore({
      pool,
      gateways,
      onMalformedRecord: (error) => log.warn(error, 'a spooled receipt was left out'),
    }),
    onDrainTrouble: (error) => log.warn(error, 'receipts wait for the database'),
  });
  const closeInboxes = openLinkInboxes(gateways, own.spool);
  return {
    async close() {
      closeInboxes();
      await own.close();
    },
  };
}
