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
import { registerCallbacks } from './routes.ts';

/** Status callbacks and replies of a gateway: spooled, then carried into the ledger. */
export async function openCallbacks(options: {
  config: Pick<Config, 'spoolDir' | 'publicUrl'>;
  database: Database;
  gateways: Readonly<Record<string, Gateway>>;
  /** What gateways sign their callbacks with. */
  callbackTokens: readonly string[];
  exotel: ExotelInbound | undefined;
  log: Logger;
}): Promise<Module> {
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
  return {
    name: 'callbacks',
    async register({ direct }) {
      const { spool } = own;
      await registerCallbacks(direct, { callbackTokens, publicUrl: config.publicUrl, spool, pool });
      await registerExotelCallbacks(direct, { token: exotel?.token, spool });
    },
    close: own.close,
  };
}
