import { join } from 'node:path';
import type { House } from '../../kit/house.ts';
import { createDatabaseClock } from '../../platform/database/database-clock.ts';
import type { Module } from '../../platform/http/module.ts';
import type { Gateway } from '../gateways/gateway.ts';
import type { ExotelInbound } from '../gateways/module.ts';
import type { RecordedPrompts } from '../takes/recorded-prompts.ts';
import { registerExotelCalls } from './exotel-routes.ts';
import { createLinkSender } from './link-sender.ts';
import { registerCalls } from './routes.ts';

const audioFolder = join(import.meta.dirname, '..', '..', '..', 'assets', 'audio');

/** The menu of calls, and the link that a key or a missed call asks for. */
export function openVoice(
  options: House & {
    gateway: Gateway;
    callbackTokens: readonly string[];
    exotel: ExotelInbound | undefined;
    prompts: RecordedPrompts;
  },
): Module {
  const { config, campaign, gateway, callbackTokens, exotel, registry, prompts, clock, log } =
    options;
  const { pool } = options.database;
  const { messages } = campaign;
  const links = createLinkSender({
    pool,
    gateway,
    messages,
    linkHost: () => campaign.links.host,
    paisePerSegment: config.gateways.paise[gateway.name] ?? 0,
    clock: createDatabaseClock(pool, { now: clock.now }),
    log,
  });
  const inboundCode = registry().codeFor({ scope: 'state' }, 'ivr');
  return {
    name: 'voice',
    async register({ direct }) {
      await registerCalls(direct, {
        callbackTokens,
        publicUrl: config.publicUrl,
        pool,
        messages,
        flow: campaign.flows.call,
        links,
        inboundCode,
        audioFolder,
        prompts,
      });
      await registerExotelCalls(direct, {
        exotel,
        pool,
        messages,
        flow: campaign.flows.call,
        links,
        inboundCode,
        prompts,
      });
    },
    close: links.idle,
  };
}
