import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import type { Gateway } from '../gateways/gateway.ts';
import type { ExotelInbound } from '../gateways/module.ts';
import type { Module } from '../http/module.ts';
import { openOwnSpool } from '../spool/own-spool.ts';
import { createCallbackStore } from './callback-store.ts';
import { registerExotelCallbacks } from './exotel-routes.ts';
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
  exotel: ExotelInbound | undefined;
  log: Logger;
}): Promise<Callbacks> {
  const { config, gateways, callbackTokens, exotel, log } = options;
  const { pool } = options.database;
  const own = await openOwnSpool({
    base: join(config.spoolDir, 'callbacks'),
    onTrouble: (error) => log.error(error, 'callbacks cannot be stored'),
    store: createCallbackStore({
      pool,
      gateways,
      onMalformedRecord: (error) => log.warn(error, 'a spooled callback was left out'),
    }),
    onDrainTrouble: (error) => log.warn(error, 'callbacks wait for the database'),
  });
  const closeInboxes = openLinkInboxes(gateways, own.spool);
  return {
    name: 'callbacks',
    dropped: () => own.spool.counts().dropped,
    async register({ direct }) {
      const { spool } = own;
      await registerCallbacks(direct, { callbackTokens, publicUrl: config.publicUrl, spool, pool });
      await registerExotelCallbacks(direct, { token: exotel?.token, spool });
    },
    async close() {
      closeInboxes();
      await own.close();
    },
  };
}
