import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Campaign } from '../../campaigns/campaign.ts';
import { campaignFolder } from '../../campaigns/campaign-fs.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import { grownFileName } from '../../campaigns/links/registry-fs.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import type { Module } from '../http/module.ts';
import { type Clock, untilTomorrowMs } from '../process/clock.ts';
import { type Metrics, watchSpool } from '../process/metrics.ts';
import { startDrain } from '../spool/drain.ts';
import { openSpool } from '../spool/spool.ts';
import { openDaySalt } from './day-salt.ts';
import { openRegistrySource, type RegistrySource } from './registry-source-fs.ts';
import { registerScans } from './routes.ts';
import { forgetVisitors } from './scan-counts-sql.ts';
import { createScanStore } from './scan-store.ts';

/** The redirect behind every printed code, and the count of scans. */
export interface Scans extends Module {
  registry: RegistrySource;
  /** Scans that could not be stored, since the start. */
  dropped(): number;
}

export interface ScanModuleOptions {
  config: Pick<Config, 'campaign' | 'dataDir' | 'spoolDir' | 'publicUrl'>;
  database: Database;
  campaign: Campaign;
  directory: Directory;
  clock: Clock;
  log: Logger;
  metrics: Metrics;
}

export async function openScans(options: ScanModuleOptions): Promise<Scans> {
  const { config, database, campaign, directory, clock, log, metrics } = options;
  const registry = openRegistrySource({
    campaignFolder: campaignFolder(config.campaign),
    grownFile: join(config.dataDir, grownFileName),
  });
  const salts = openDaySalt(join(config.dataDir, 'salts'), {
    onTrouble(error) {
      metrics.troubles.inc({ part: 'salts' });
      log.error(error, 'the salt of the day is in memory only');
    },
  });
  const spool = await openSpool({
    folder: join(config.spoolDir, 'scans'),
    onTrouble(error) {
      metrics.troubles.inc({ part: 'spool' });
      log.error(error, 'scans cannot be stored');
    },
  });
  watchSpool(metrics.registry, 'scans', () => ({ ...spool.counts() }));
  const drain = startDrain({
    spool,
    store: createScanStore({
      pool: database.pool,
      registry,
      onMalformedRecord(error) {
        metrics.malformedRecords.inc();
        log.warn(error, 'a spooled record was left out');
      },
    }),
    onTrouble(error) {
      metrics.troubles.inc({ part: 'database' });
      log.warn(error, 'scans wait for the database');
    },
  });
  // Each for itself: a full disk keeps nobody in the database, and the other way round.
  const midnights = [
    async () => salts.destroyOthers(clock.today()),
    async () => void (await forgetVisitors(database.pool, clock.today())),
  ].map((forget) =>
    atEachMidnight(clock, forget, (error) =>
      log.warn(error, 'visitors of past days wait to be forgotten'),
    ),
  );
  return {
    name: 'scans',
    registry,
    dropped: () => spool.counts().dropped,
    register({ direct }) {
      registerScans(direct, {
        campaign,
        directory,
        registry,
        spool,
        salts,
        clock,
        secure: config.publicUrl.startsWith('https:'),
        onAnswer(outcome) {
          metrics.scans[outcome] += 1;
        },
      });
    },
    /** Stores what is spooled, as far as the database takes it; the rest stays for the next start. */
    async close() {
      for (const stop of midnights) stop();
      await drain.stop();
      await spool.close();
    },
  };
}

const retryMs = 60_000;

/** Runs now and at the beginning of each day; again after a minute when it failed. */
function atEachMidnight(
  clock: Clock,
  work: () => Promise<void>,
  onTrouble: (error: Error) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  async function run(): Promise<void> {
    let pauseMs = untilTomorrowMs(clock) + 1;
    try {
      await work();
    } catch (error) {
      onTrouble(error as Error);
      pauseMs = Math.min(pauseMs, retryMs);
    }
    // A clock that is set is looked at again within the hour.
    if (!stopped) timer = setTimeout(() => void run(), Math.min(pauseMs, 3_600_000)).unref();
  }
  void run();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
