import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import type { Gateway } from '../gateways/gateway.ts';
import type { Module } from '../http/module.ts';
import { startDrain } from '../spool/drain.ts';
import { openSpool } from '../spool/spool.ts';
import { createCallbackStore } from './callback-store.ts';
import { openLinkInboxes } from './link-inbox.ts';
import { registerCallbacks } from './routes.ts';

export interface Callbacks extends Module {
  /** Callbacks that could not be stored, since the start; the provider was told so. */
  dropped(): number;
}

/** Status callbacks and replies of a gateway: spooled, then carried into the ledger. */
export async function openCallbacks(options: {
  config: Pick<Config, 'spoolDir' | 'publicUrl'>;
  database: Database;
  gateways: Readonly<Record<string, Gateway>>;
  /** What gateways sign their callbacks with. */
  callbackTokens: readonly string[];
  log: Logger;
}): Promise<Callbacks> {
  const { config, gateways, callbackTokens, log } = options;
  const { pool } = options.database;
  const spool = await openSpool({
    folder: join(config.spoolDir, 'callbacks'),
    onTrouble: (error) => log.error(error, 'callbacks cannot be stored'),
  });
  const drain = startDrain({
    spool,
    store: createCallbackStore({
      pool,
      gateways,
      onMalformedRecord: (error) => log.warn(error, 'a spooled callback was left out'),
    }),
    onTrouble: (error) => log.warn(error, 'callbacks wait for the database'),
  });
  const closeInboxes = openLinkInboxes(gateways, spool);
  return {
    name: 'callbacks',
    dropped: () => spool.counts().dropped,
    register: ({ direct }) =>
      registerCallbacks(direct, { callbackTokens, publicUrl: config.publicUrl, spool, pool }),
    async close() {
      closeInboxes();
      await drain.stop();
      await spool.close();
    },
  };
}
