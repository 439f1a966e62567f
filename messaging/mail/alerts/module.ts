import { statfs } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { listSharedDevices } from '../../people/accounts/shared-devices-sql.ts';
import type { Gateway } from '../../phone/gateways/gateway.ts';
import { createHealthWatch } from '../../phone/gateways/gateway-health.ts';
import { readGatewayHours } from '../../phone/gateways/gateway-hours-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Module } from '../../platform/http/module.ts';
import { listDamagedQueues } from '../../platform/process/redis-data-fs.ts';
import type { LetterCampaign } from '../delivery/letters/voice.ts';
import type { Mail } from '../delivery/mail.ts';
import { listOpenAlerts, readPausedBlasts, reconcileAlerts } from './alerts-sql.ts';
import { judge, type Memory, type Observation, recallAlerts } from './causes.ts';
import { type AlertChannel, tellNotices } from './channel.ts';
import { createMailChannel } from './mail-channel.ts';
import { registerAlerts } from './routes.ts';
import { createWebhook } from './webhook.ts';

export interface AlertsOptions {
  config: Pick<Config, 'alerts' | 'dataDir' | 'publicUrl'>;
  database: Database;
  campaign: LetterCampaign;
  gateways: Readonly<Record<string, Gateway>>;
  /** Set where the service runs in parts: this one sees itself alone, and judges neither blasts nor gateways. */
  part?: string;
  /** Records that each spool could not store, since the start. */
  dropped: () => Readonly<Record<string, number>>;
  /** Outcomes that the ledger refused, since the start. */
  parked: () => number;
  log: Logger;
  /** By which officers are told of new alerts. */
  mail?: Mail;
  everyMs?: number;
  firstPauseMs?: number;
}

const dayMs = 86_400_000;

/** Looks after what needs somebody, and tells them: in the console, and over the channels that are set up. */
export function openAlerts(options: AlertsOptions): Module {
  const { config, database, log, everyMs = 15_000, firstPauseMs = 10_000 } = options;
  const { part } = options;
  const host = part === undefined ? hostname() : `${hostname()} ${part}`;
  const { pool } = database;
  const { webhook } = config.alerts;
  const { publicUrl } = config;
  const channels: AlertChannel[] = [
    ...(webhook === undefined ? [] : [createWebhook({ ...webhook, publicUrl })]),
    ...(options.mail === undefined
      ? []
      : [createMailChannel({ pool, mail: options.mail, campaign: options.campaign, publicUrl })]),
  ];
  const stopping = new AbortController();
  const { signal } = stopping;
  const health = createHealthWatch();
  let memory: Memory | undefined;

  async function look(): Promise<void> {
    // What was open before a start stays open until it is seen to be over.
    memory ??= recallAlerts(await listOpenAlerts(pool));
    const judgement = judge(await observe(), memory, performance.now());
    ({ memory } = judgement);
    const names = channels.map(({ name }) => name);
    const isWhole = part === undefined;
    await reconcileAlerts(pool, judgement.causes, { host, isWhole, channels: names });
    await tellNotices({ pool, channels, log, firstPauseMs, signal });
  }

  async function observe(): Promise<Observation> {
    const hours = await readGatewayHours(pool);
    // The emulator reaches nobody.
    const real = Object.values(options.gateways).filter(({ name }) => name !== 'emulator');
    const { bavail, blocks, bsize } = await statfs(config.dataDir);
    return {
      pausedBlasts: await readPausedBlasts(pool),
      sharedDevices: await listSharedDevices(pool),
      gateways: await Promise.all(
        real.map(async (gateway) => {
          const { state, code } = await health.check(gateway, hours.get(gateway.name));
          return { name: gateway.name, state, code };
        }),
      ),
      disk: { freeBytes: bavail * bsize, sizeBytes: blocks * bsize },
      dropped: options.dropped(),
      parked: options.parked(),
      damagedQueues: listDamagedQueues(config.dataDir)
        .filter(({ at }) => Date.now() - at.getTime() < dayMs)
        .map(({ name }) => name),
    };
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await look().catch((error: unknown) => log.warn({ err: error }, 'alerts wait'));
      await wait(everyMs, undefined, { signal }).catch(() => undefined);
    }
  }

  let running = Promise.resolve();
  // Nothing can be written down before the database is there.
  void database.ready.then(
    () => {
      if (!signal.aborted) running = run();
    },
    () => {},
  );
  return {
    name: 'alerts',
    register: ({ api }) => registerAlerts(api, pool),
    async close() {
      stopping.abort();
      await running;
    },
  };
}
