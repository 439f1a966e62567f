import type { Messages } from '../../../campaigns/messages/messages.ts';
import type { Config } from '../../config.ts';
import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { emulatorToken, exotelToken } from '../../platform/process/secret-fs.ts';
import { hostEmulator } from './emulator.ts';
import type { ExotelVoice } from './exotel.ts';
import type { Gateway } from './gateway.ts';
import type { GatewaySettings } from './gateway-settings.ts';
import { callbackTokens, openGateways } from './open-gateways.ts';
import { gatewayRoutes } from './routes.ts';

/** The ways to the phones. */
export interface Gateways extends Module {
  gateways: Readonly<Record<string, Gateway>>;
  /** The one that places calls, answers those who ask for the link, and signs its callbacks. */
  voice: Gateway;
  /** Tokens that sign the callbacks of the gateways that are set up; nothing else is believed. */
  callbackTokens: readonly string[];
  /** Undefined where Exotel is not set up: its addresses then take nothing. */
  exotel: ExotelInbound | undefined;
  /** Undefined where the Cloud API is not set up: its address then takes nothing. */
  meta: GatewaySettings['meta'];
}

/** Needed by the addresses that Exotel calls. */
export interface ExotelInbound {
  token: string;
  /** Undefined where it makes no calls. */
  prompts: ExotelVoice['prompts'] | undefined;
}

export interface GatewayModuleOptions extends Pick<House, 'clock' | 'database' | 'log'> {
  config: Pick<Config, 'dataDir' | 'publicUrl' | 'gateways'> & Partial<Pick<Config, 'host'>>;
  campaign: { messages: Pick<Messages, 'whatsapp'> };
}

/** Opens the gateways that are configured, and the emulator on this machine: for training it is always there. */
export async function openGatewayModule(options: GatewayModuleOptions): Promise<Gateways> {
  const { config, database, campaign, clock, log } = options;
  const settings = config.gateways;
  const token = emulatorToken(config.dataDir, settings.emulator.authToken);
  const exotelSecret = () => exotelToken(config.dataDir, settings.exotel?.callbackToken);
  const emulator = await hostEmulator({ ...settings.emulator, host: config.host }, token, log);
  const { gateways, emulatorOnly, close } = openGateways({
    settings: { ...settings, emulator: { ...settings.emulator, url: emulator.url } },
    emulatorToken: token,
    exotelToken: exotelSecret,
    publicUrl: config.publicUrl,
  });
  const voice = gateways['exotel'] ?? gateways['twilio'] ?? gateways['emulator'];
  if (voice === undefined) throw new Error('Expected a gateway, got none');
  if (emulatorOnly) {
    log.warn(
      'No gateway is configured: messages go to the emulator on this machine and reach nobody',
    );
  }
  if (settings.exotel !== undefined && settings.exotel.voice === undefined) {
    const missing = settings.exotel.voiceLacks;
    log.warn({ missing }, `Exotel makes no calls: ${missing.join(', ')} not set`);
  }
  return {
    name: 'gateways',
    gateways,
    voice,
    callbackTokens: callbackTokens(config),
    meta: settings.meta,
    exotel:
      settings.exotel === undefined
        ? undefined
        : { token: exotelSecret(), prompts: settings.exotel.voice?.prompts },
    register({ api }) {
      const { pool } = database;
      const { today } = clock;
      addRoutes(api, gatewayRoutes({ pool, gateways, settings, campaign, emulatorOnly, today }));
    },
    async close() {
      await close();
      await emulator.close();
    },
  };
}
