import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { watchSpool } from '../../platform/process/metrics.ts';
import type { Gateway } from '../gateways/gateway.ts';
import type { ExotelInbound } from '../gateways/module.ts';
import { openCallbackSpool } from './callback-spool.ts';
import { registerExotelCallbacks } from './exotel-routes.ts';
import { type MetaInbound, registerMetaCallbacks } from './meta-routes.ts';
import { registerCallbacks } from './routes.ts';
import { createIsStop } from './stop-word.ts';
import type { Answering } from './whatsapp-answer.ts';

export interface Callbacks extends Module {
  /** Callbacks that could not be stored, since the start; the provider was told so. */
  dropped(): number;
}

/** Status callbacks and replies of a gateway: spooled, then carried into the ledger. */
export async function openCallbacks(
  options: House & {
    gateways: Readonly<Record<string, Gateway>>;
    /** Tokens with which gateways sign their callbacks. */
    callbackTokens: readonly string[];
    exotel: ExotelInbound | undefined;
    meta: MetaInbound | undefined;
    /** Answers what people write by WhatsApp; undefined where the campaign has no flow for it. */
    answerText?: Answering['answerText'];
  },
): Promise<Callbacks> {
  const { config, gateways, callbackTokens, exotel, meta, log } = options;
  const { pool } = options.database;
  const { spoolDir, publicUrl } = config;
  const isStop = createIsStop(options.campaign);
  const { spool, close } = await openCallbackSpool({
    pool,
    spoolDir,
    gateways,
    isStop,
    answerText: options.answerText,
    log,
  });
  watchSpool(options.metrics.registry, 'callbacks', () => ({ ...spool.counts() }));
  return {
    name: 'callbacks',
    dropped: () => spool.counts().dropped,
    async register({ direct }) {
      await registerCallbacks(direct, {
        callbackTokens,
        publicUrl,
        spool,
        isStop,
      });
      await registerExotelCallbacks(direct, { token: exotel?.token, spool, isStop });
      await registerMetaCallbacks(direct, { meta, spool, isStop });
    },
    close,
  };
}
