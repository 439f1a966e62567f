import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { campaignFolder } from '../../../campaigns/campaign-fs.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { hourMs, minuteMs } from '../../../campaigns/durations.ts';
import { listFiles } from '../../../campaigns/files/list-files-fs.ts';
import { grownFileName } from '../../../campaigns/links/registry-fs.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Module } from '../../platform/http/module.ts';
import { type Clock, untilTomorrowMs } from '../../platform/process/clock.ts';
import { type Metrics, watchSpool } from '../../platform/process/metrics.ts';
import { repeat } from '../../platform/process/repeat.ts';
import { openOwnSpool } from '../../platform/spool/own-spool.ts';
import type { SpoolRecord } from '../../platform/spool/record.ts';
import { openSharedCodes } from '../short-codes/shared-codes.ts';
import type { ScanDependencies } from './answer-scan.ts';
import { type Challenge, openChallenge } from './challenge.ts';
import { type ClosedCodes, type Detours, openClosedCodes, openDetours } from './code-exceptions.ts';
import { createSaltStore, type DaySalt, openDaySalt } from './day-salt.ts';
import type { Front } from './front.ts';
import { pickScanned } from './gather-codes-fs.ts';
import { createKeeper, type KeptCodes, readKeptCodes } from './kept-codes-fs.ts';
import { findShareable, openRegistrySource, type RegistrySource } from './registry-source-fs.ts';
import { registerScans } from './routes.ts';
import { decodeScan, type Scan, type SpooledScan, scanName } from './scan-payload.ts';
import { forgetVisitors, recordScans } from './scans-sql.ts';

/** The redirect behind every printed code, and the count of scans. */
export interface Scans extends Module {
  registry: RegistrySource;
  detours: Detours;
  closedCodes: ClosedCodes;
  challenge: Challenge;
  salts: DaySalt;
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
  /** Answers scans since the process began. */
  front?: Front | undefined;
}

/** How often what scans are answered from is kept, where it changed. */
const keepMs = 2000;
/** How often codes of other machines are read; one that is scanned before is looked for at once. */
const keepUpMs = 30_000;

export async function openScans(options: ScanModuleOptions): Promise<Scans> {
  const { config, database, campaign, directory, clock, log, metrics, front } = options;
  const last = readKeptCodes(config.dataDir);
  const registry = openRegistry(options, last);
  const challenge = openChallenge(database.pool);
  const followed = [
    repeat(registry.keepUp, {
      pauseMs: keepUpMs,
      onTrouble: (error) => log.warn(error, 'codes of other machines wait'),
    }),
    repeat(challenge.load, {
      pauseMs: keepUpMs,
      onTrouble: (error) => log.warn(error, 'hosts of links cannot be confirmed'),
    }),
  ];
  for (const { run } of followed) void database.ready.then(run, () => {});
  const detours = openDetours(database, last?.detours ?? [], (error) =>
    log.warn(error, 'where codes are pointed to cannot be read'),
  );
  const closedCodes = openClosedCodes(database, last?.closed ?? [], (error) =>
    log.warn(error, 'which codes are closed cannot be read'),
  );
  const onSaltTrouble = (error: Error) => {
    metrics.troubles.inc({ part: 'salts' });
    log.error(error, 'the salt of the day is in memory only');
  };
  const salts = front?.salts ?? openDaySalt(undefined, { onTrouble: onSaltTrouble });
  salts.follow(createSaltStore(database.pool));
  const keep = createKeeper(config.dataDir);
  const keeping = repeat(
    async () =>
      keep({
        campaign: pickScanned(campaign),
        districts: directory.districts,
        assignments: registry.current().assignments,
        blocks: registry.blocks,
        detours: detours.list(),
        closed: closedCodes.list(),
        challengeKey: challenge.key() ?? last?.challengeKey ?? null,
      }),
    { pauseMs: keepMs, onTrouble: (error) => log.warn(error, 'scan codes are not kept') },
  );
  void keeping.run();
  const { spool, close: closeSpool } = await openScanSpool(options, registry);
  watchSpool(metrics.registry, 'scans', () => ({ ...spool.counts() }));
  const midnights = forgetAtMidnights(options, salts);
  return {
    name: 'scans',
    registry,
    detours,
    closedCodes,
    challenge,
    salts,
    dropped: () => spool.counts().dropped,
    register({ direct }) {
      const answering: ScanDependencies = {
        campaign,
        directory,
        registry,
        detours,
        closedCodes,
        challenge,
        spool,
        salts,
        clock,
        secure: config.publicUrl.startsWith('https:'),
        onAnswer(outcome) {
          metrics.scans[outcome] += 1;
        },
        // A name is a hash: made where somebody reads it.
        ...(log.isLevelEnabled('debug') && {
          onSpooled: ({ payload, requestId, code, stored }) =>
            log.debug({ reqId: requestId, scan: scanName(payload), code, stored }, 'scan answered'),
        }),
      };
      registerScans(direct, () => answering);
      front?.follow(answering);
    },
    async close() {
      for (const { stop } of followed) void stop();
      await keeping.stop();
      await detours.close();
      await closedCodes.close();
      for (const stop of midnights) stop();
      await closeSpool();
    },
  };
}

function openRegistry(
  { config, database, log }: ScanModuleOptions,
  last: KeptCodes | undefined,
): RegistrySource {
  const isShareable = findShareable(last?.blocks ?? []);
  return openRegistrySource(
    {
      campaignFolder: campaignFolder(config.campaign),
      grownFile: join(config.dataDir, grownFileName),
    },
    openSharedCodes(database.pool, {
      last: last?.assignments.filter(({ serial }) => isShareable(serial)) ?? [],
      onConflict: (assignments) =>
        log.error(
          { codes: assignments.length },
          'codes of this machine belong to others on another machine',
        ),
    }),
  );
}

function openScanSpool(
  { config, database, log, metrics, front }: ScanModuleOptions,
  registry: RegistrySource,
) {
  return openOwnSpool({
    opened: front?.spool,
    base: join(config.spoolDir, 'scans'),
    onTrouble(error) {
      metrics.troubles.inc({ part: 'spool' });
      log.error(error, 'scans cannot be stored');
    },
    store: createScanStore({
      pool: database.pool,
      registry,
      onMalformedRecord(error, { payload }) {
        metrics.malformedRecords.inc();
        log.warn({ err: error, scan: scanName(payload) }, 'a spooled record was left out');
      },
      ...(log.isLevelEnabled('debug') && {
        onStored: ({ id, payload }) =>
          log.debug({ scan: scanName(payload), row: String(id) }, 'scan in the database'),
      }),
    }),
    onDrainTrouble(error) {
      metrics.troubles.inc({ part: 'database' });
      log.warn(error, 'scans wait for the database');
    },
  });
}

/** Forgets who scanned in days that are over; each for itself, so that what fails keeps the others from nothing. */
function forgetAtMidnights(
  { config, database, clock, log }: ScanModuleOptions,
  salts: DaySalt,
): (() => void)[] {
  return [
    async () => destroyEarlierSalts(join(config.dataDir, 'salts')),
    () => salts.keepUp(clock.today()),
    async () => void (await forgetVisitors(database.pool, clock.today())),
  ].map((forget) =>
    atEachMidnight(clock, forget, (error) =>
      log.warn(error, 'visitors of past days wait to be forgotten'),
    ),
  );
}

const retryMs = minuteMs;

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
    if (!stopped) timer = setTimeout(() => void run(), Math.min(pauseMs, hourMs)).unref();
  }
  void run();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/**
 * Destroys the salts that earlier versions kept in files: overwritten, then deleted.
 * @throws when one is still there
 */
export function destroyEarlierSalts(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return;
  for (const name of listFiles(folder)) {
    const path = join(folder, name);
    writeFileSync(path, Buffer.alloc(statSync(path).size), { flag: 'r+', flush: true });
  }
  rmSync(folder, { recursive: true });
}

interface ScanStoreOptions {
  pool: Pool;
  registry: RegistrySource;
  /** Called for a record that is not a scan of a registered code; it is left out. */
  onMalformedRecord: (error: Error, record: SpoolRecord) => void;
  /** Told of each record that is in the database, where somebody follows single scans. */
  onStored?: (record: SpoolRecord) => void;
}

/** Stores spooled scans in the database, each once. */
export function createScanStore(
  options: ScanStoreOptions,
): (records: SpoolRecord[]) => Promise<void> {
  return async (records) => {
    const scans: Scan[] = [];
    const taken: SpoolRecord[] = [];
    for (const record of records) {
      const spooled = decoded(record, options.onMalformedRecord);
      if (spooled === undefined) continue;
      const { registry } = options;
      // Without an answer of the database the whole batch comes again.
      const { code } = spooled;
      const owned = registry.ownerOf(code) ?? (await registry.find(code));
      if (owned === undefined) {
        const error = new Error(`Expected a registered code, got ${code}`);
        options.onMalformedRecord(error, record);
        continue;
      }
      const { owner, channel } = owned;
      const district = 'district' in owner ? owner.district : '';
      scans.push({ ...spooled, id: record.id, channel, district });
      taken.push(record);
    }
    await recordScans(options.pool, scans);
    if (options.onStored !== undefined) taken.forEach(options.onStored);
  };
}

function decoded(
  record: SpoolRecord,
  onMalformedRecord: ScanStoreOptions['onMalformedRecord'],
): SpooledScan | undefined {
  try {
    return decodeScan(record.payload);
  } catch (error) {
    onMalformedRecord(error as Error, record);
    return undefined;
  }
}
