import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Campaign } from '../campaigns/campaign.ts';
import type { Directory } from '../campaigns/directory/station.ts';
import type { Registry } from '../campaigns/links/registry.ts';
import { grownFileName } from '../campaigns/links/registry-fs.ts';
import { deleteExpired } from './audiences/audiences-sql.ts';
import { registerAudiences } from './audiences/routes.ts';
import { registerBlasts } from './blasts/routes.ts';
import { registerTemplates } from './blasts/template-routes.ts';
import { createCallbackStore } from './callbacks/callback-store.ts';
import { registerCallbacks } from './callbacks/routes.ts';
import type { Config } from './config.ts';
import type { AuditEntry } from './database/audit-chain.ts';
import { recordAudit } from './database/audit-log-sql.ts';
import type { Database } from './database/database.ts';
import { type Emulator, startEmulator } from './gateways/emulator.ts';
import { openGateways } from './gateways/open-gateways.ts';
import { registerGateways } from './gateways/routes.ts';
import { registerDoNotDisturb } from './numbers/do-not-disturb-routes.ts';
import { registerNumbers } from './numbers/routes.ts';
import type { Clock } from './process/clock.ts';
import { startSending } from './sending/sending.ts';
import { startDrain } from './spool/drain.ts';
import { openSpool } from './spool/spool.ts';
import { registerOperators } from './telecom-operators/routes.ts';
import { createLinkSender } from './voice/link-sender.ts';
import { registerCalls } from './voice/routes.ts';

export interface BlastDeskOptions {
  config: Pick<Config, 'dataDir' | 'spoolDir' | 'publicUrl' | 'gateways' | 'worker'>;
  database: Database;
  redisUrl: string;
  campaign: Campaign;
  directory: Directory;
  registry: () => Registry;
  clock: Clock;
  log: Logger;
}

/** Promotion by phone, as the service runs it. */
export interface BlastDesk {
  /** True when nothing is configured: messages go to the emulator and reach nobody. */
  emulatorOnly: boolean;
  /** What gateways call: signed by them, open to everybody. */
  registerPublic(app: FastifyInstance): Promise<void>;
  /** What officers call. */
  registerConsole(app: FastifyInstance): Promise<void>;
  close(): Promise<void>;
}

const forgetEveryMs = 3_600_000;

/** Opens gateways, callbacks and, unless it is off, a worker. */
export async function openBlastDesk(options: BlastDeskOptions): Promise<BlastDesk> {
  const { config, database, campaign, clock, log } = options;
  const { pool } = database;
  const settings = config.gateways;
  const { messages } = campaign;
  const emulator = await openEmulator(options);
  const shared = {
    pool,
    redisUrl: options.redisUrl,
    settings,
    publicUrl: config.publicUrl,
    principalEntityId: messages.principalEntityId,
    now: clock.now,
    log,
    audit: (entry: AuditEntry) => recordAudit(pool, entry),
  };
  const sending = config.worker ? startSending(shared) : openGateways(settings, config.publicUrl);
  const { gateways, emulatorOnly } = sending;
  const gateway = gateways['twilio'] ?? gateways['emulator'];
  if (gateway === undefined) throw new Error('Expected a gateway, got none');
  const authToken = settings.twilio?.authToken ?? settings.emulator.authToken;
  const links = createLinkSender({ pool, gateway, messages, linkHost: campaign.links.host, log });
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
  const forget = () => {
    deleteExpired(pool, clock.today()).catch((error: unknown) =>
      log.warn({ err: error }, 'lists whose retention is over wait to be deleted'),
    );
  };
  forget();
  const forgetting = setInterval(forget, forgetEveryMs).unref();
  if (emulatorOnly) {
    log.warn(
      'No gateway is configured: messages go to the emulator on this machine and reach nobody',
    );
  }

  return {
    emulatorOnly,
    async registerPublic(app) {
      await registerCallbacks(app, { authToken, publicUrl: config.publicUrl, spool, pool });
      await registerCalls(app, {
        authToken,
        publicUrl: config.publicUrl,
        pool,
        messages,
        links,
        inboundCode: options.registry().codeFor({ scope: 'state' }, 'ivr'),
        today: clock.today,
        audioFolder: join(import.meta.dirname, '..', 'assets', 'audio'),
      });
    },
    async registerConsole(app) {
      const { districts } = options.directory;
      registerBlasts(app, {
        database,
        campaign,
        gateways,
        paise: Object.fromEntries(
          Object.keys(gateways).map((name) => [name, settings.paise[name] ?? 0]),
        ),
        grownFile: join(config.dataDir, grownFileName),
        districts,
        now: clock.now,
        today: clock.today,
      });
      await registerAudiences(app, { database, districts, today: clock.today });
      registerTemplates(app, { campaign });
      registerGateways(app, { pool, gateways, settings, emulatorOnly, today: clock.today });
      await registerDoNotDisturb(app, database);
      registerNumbers(app, database);
      registerOperators(app, { database, campaign, gateways, districts, today: clock.today });
    },
    async close() {
      clearInterval(forgetting);
      await links.idle();
      await sending.close();
      await drain.stop();
      await spool.close();
      await emulator?.close();
    },
  };
}

/** Our own emulator, when nothing else is configured and nobody runs one elsewhere. */
async function openEmulator({ config, log }: BlastDeskOptions): Promise<Emulator | undefined> {
  const { emulator, twilio, cdac, nic } = config.gateways;
  const own = emulator.url === `http://127.0.0.1:${emulator.port}`;
  if (!own || (twilio ?? cdac ?? nic) !== undefined) return undefined;
  try {
    return await startEmulator(emulator);
  } catch (error) {
    log.warn({ err: error }, `the emulator could not take port ${emulator.port}`);
    return undefined;
  }
}
