import { statfs } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import { dayMs } from '../../../campaigns/durations.ts';
import type { Config } from '../../config.ts';
import type { House } from '../../kit/house.ts';
import { listBreakGlassUses } from '../../people/accounts/provider-sql.ts';
import type { Gateway } from '../../phone/gateways/gateway.ts';
import { createHealthWatch } from '../../phone/gateways/gateway-health.ts';
import { readGatewayHours } from '../../phone/gateways/gateway-hours-sql.ts';
import { readUnmatched } from '../../phone/ledger/message-parts-sql.ts';
import { findLastBackup } from '../../platform/database/backup/backups-sql.ts';
import { readLocks } from '../../platform/http/attempts-sql.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { type Metrics, watchAsked } from '../../platform/process/metrics.ts';
import { listDamagedQueues } from '../../platform/process/redis-data-fs.ts';
import type { LetterCampaign } from '../delivery/letters/voice.ts';
import type { Mail } from '../delivery/mail.ts';
import {
  countOpenAlerts,
  listOpenAlerts,
  readOutages,
  readPausedBlasts,
  reconcileAlerts,
} from './alerts-sql.ts';
import { judge, type Memory, type Observation, recallAlerts } from './causes.ts';
import { type AlertChannel, createMailChannel, createWebhook, tellNotices } from './channel.ts';
import { alertRoutes } from './routes.ts';

export interface AlertsOptions extends Pick<House, 'database' | 'log'> {
  config: Pick<Config, 'alerts' | 'dataDir' | 'publicUrl'>;
  campaign: LetterCampaign;
  gateways: Readonly<Record<string, Gateway>>;
  /** Set where the service runs in parts: this one sees itself alone, and judges neither blasts nor gateways. */
  part?: string;
  /** Records that each spool could not store, since the start. */
  dropped: () => Readonly<Record<string, number>>;
  /** Outcomes that the ledger refused, since the start. */
  parked: () => number;
  metrics: Pick<Metrics, 'registry'>;
  /** By which officers are told of new alerts. */
  mail?: Mail;
  everyMs?: number;
  firstPauseMs?: number;
}

interface Watch extends AlertsOptions {
  /** This machine, and the part of the service where it runs in parts. */
  host: string;
  channels: readonly AlertChannel[];
  health: ReturnType<typeof createHealthWatch>;
  memory: Memory | undefined;
  stop: AbortController;
}

/** Opens alerts for states that need somebody, and tells them over the channels that are set up. */
export function openAlerts(options: AlertsOptions): Module {
  const { database, part, metrics } = options;
  const watch: Watch = {
    ...options,
    host: part === undefined ? hostname() : `${hostname()} ${part}`,
    channels: createChannels(options),
    health: createHealthWatch(),
    memory: undefined,
    stop: new AbortController(),
  };
  watchAsked(
    metrics.registry,
    { name: 'alerts_open', help: 'Alerts that the console shows, of all machines', label: 'kind' },
    () => countOpenAlerts(database.pool),
  );
  let running = Promise.resolve();
  // Nothing can be written down before the database is there.
  void database.ready.then(
    () => {
      if (!watch.stop.signal.aborted) running = lookUntilStopped(watch);
    },
    () => {},
  );
  return {
    name: 'alerts',
    register: ({ api }) => addRoutes(api, alertRoutes(database.pool)),
    async close() {
      watch.stop.abort();
      await running;
    },
  };
}

function createChannels({ config, database, campaign, mail }: AlertsOptions): AlertChannel[] {
  const { publicUrl, alerts } = config;
  const { pool } = database;
  const channels: AlertChannel[] = [];
  if (alerts.webhook !== undefined) channels.push(createWebhook(alerts.webhook, { publicUrl }));
  if (mail !== undefined) channels.push(createMailChannel({ pool, mail, campaign, publicUrl }));
  return channels;
}

async function lookUntilStopped(watch: Watch): Promise<void> {
  const { log, everyMs = 15_000 } = watch;
  const { signal } = watch.stop;
  while (!signal.aborted) {
    await look(watch).catch((error: unknown) => log.warn({ err: error }, 'alerts wait'));
    await wait(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

async function look(watch: Watch): Promise<void> {
  const { host, part, channels, log, firstPauseMs = 10_000 } = watch;
  const { pool } = watch.database;
  // What was open before a start stays open until it is seen to be over.
  watch.memory ??= recallAlerts(await listOpenAlerts(pool));
  const { causes, memory } = judge(await observe(watch), watch.memory, performance.now());
  watch.memory = memory;
  const names = channels.map(({ name }) => name);
  await reconcileAlerts(pool, causes, { host, isWhole: part === undefined, channels: names });
  await tellNotices({ pool, channels, log, firstPauseMs, signal: watch.stop.signal });
}

async function observe({ config, database, health, ...watch }: Watch): Promise<Observation> {
  const { pool } = database;
  const hours = await readGatewayHours(pool);
  const outages = await readOutages(pool);
  // The emulator reaches nobody.
  const real = Object.values(watch.gateways).filter(({ name }) => name !== 'emulator');
  const { bavail, blocks, bsize } = await statfs(config.dataDir);
  return {
    pausedBlasts: await readPausedBlasts(pool),
    unmatched: await findUnmatched(pool, watch.gateways),
    breakGlass: await listBreakGlassUses(pool),
    locks: await readLocks(pool),
    gateways: await Promise.all(
      real.map(async (gateway) => {
        const { name } = gateway;
        const { state, code } = await health.check(gateway, hours.get(name));
        // One may answer a cheap question and take no message.
        return { name, state: outages.has(name) ? ('down' as const) : state, code };
      }),
    ),
    disk: { freeBytes: bavail * bsize, sizeBytes: blocks * bsize },
    dropped: watch.dropped(),
    parked: watch.parked(),
    damagedQueues: listDamagedQueues(config.dataDir)
      .filter(({ at }) => Date.now() - at.getTime() < dayMs)
      .map(({ name }) => name),
    backupFault: (await findLastBackup(pool))?.fault ?? null,
  };
}

/** A few may be those of another system of the same account. */
const least = 50;

/** Gateways of which many receipts match no message, and the setting by which these would; null when none would. */
export async function findUnmatched(
  pool: Pool,
  gateways: Readonly<Record<string, Gateway>>,
): Promise<{ gateway: string; setting: string | null }[]> {
  const found: { gateway: string; setting: string | null }[] = [];
  for (const { name, findIdForms } of Object.values(gateways)) {
    const ids = findIdForms && (await readUnmatched(pool, name, least));
    if (ids) found.push({ gateway: name, setting: findIdForms(ids.received, ids.submitted) });
  }
  return found;
}
