import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import type { Module } from '../http/module.ts';
import type { Clock } from '../process/clock.ts';
import { type Emulator, startEmulator } from './emulator.ts';
import type { Gateway } from './gateway.ts';
import { openGateways } from './open-gateways.ts';
import { registerGateways } from './routes.ts';

/** The ways to the phones. */
export interface Gateways extends Module {
  gateways: Readonly<Record<string, Gateway>>;
  /** The one that places calls, answers those who ask for the link, and signs its callbacks. */
  voice: Gateway;
  /** Signs the callbacks of that gateway. */
  authToken: string;
}

export interface GatewayModuleOptions {
  config: Pick<Config, 'publicUrl' | 'gateways'>;
  database: Database;
  clock: Clock;
  log: Logger;
}

/** Opens the gateways that are configured, and the emulator on this machine when there are none. */
export async function openGatewayModule(options: GatewayModuleOptions): Promise<Gateways> {
  const { config, database, clock, log } = options;
  const settings = config.gateways;
  const emulator = await openEmulator(options);
  const { gateways, emulatorOnly, close } = openGateways(settings, config.publicUrl);
  const voice = gateways['twilio'] ?? gateways['emulator'];
  if (voice === undefined) throw new Error('Expected a gateway, got none');
  if (emulatorOnly) {
    log.warn(
      'No gateway is configured: messages go to the emulator on this machine and reach nobody',
    );
  }
  return {
    name: 'gateways',
    gateways,
    voice,
    authToken: settings.twilio?.authToken ?? settings.emulator.authToken,
    register({ api }) {
      const { pool } = database;
      registerGateways(api, { pool, gateways, settings, emulatorOnly, today: clock.today });
    },
    async close() {
      await close();
      await emulator?.close();
    },
  };
}

/** Our own emulator, when nothing else is configured and nobody runs one elsewhere. */
async function openEmulator(options: GatewayModuleOptions): Promise<Emulator | undefined> {
  const { emulator, twilio, cdac, nic } = options.config.gateways;
  const own = emulator.url === `http://127.0.0.1:${emulator.port}`;
  if (!own || (twilio ?? cdac ?? nic) !== undefined) return undefined;
  try {
    return await startEmulator(emulator);
  } catch (error) {
    options.log.warn({ err: error }, `the emulator could not take port ${emulator.port}`);
    return undefined;
  }
}
