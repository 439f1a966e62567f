import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { hourMs, minuteMs } from '../campaigns/durations.ts';
import type { Config } from './config.ts';
import type { ModuleContext } from './modules.ts';
import { openDatabaseFirst, openStores, type Stores } from './open-stores.ts';
import type { Database } from './platform/database/database.ts';
import { type Files, openFiles } from './platform/files/open-files.ts';
import { createClock } from './platform/process/clock.ts';
import { checkDataDir, shareOnlyPublic } from './platform/process/data-dir-fs.ts';
import { expectRoom } from './platform/process/disk-room.ts';
import { createMetrics } from './platform/process/metrics.ts';
import { runScript } from './platform/process/run-script.ts';
import type { Starting } from './platform/process/start.ts';
import { createWorkQueue } from './platform/queue/work-queue.ts';
import { openLiveKit } from './print/kit/live-kit-fs.ts';
import { openOnDemandGenerator } from './print/print-files/on-demand-generator.ts';
import { createSharedPrints } from './print/print-files/shared-prints-fs.ts';
import { openPrintQueue, type PrintQueue } from './print/print-orders/print-queue.ts';
import {
  createRunGenerator,
  lowPriority,
  runGenerator,
} from './print/print-orders/run-generator.ts';

/** The whole service, or one side of it, ready to listen. */
export interface OpenService {
  app: FastifyInstance;
  database: Database;
}

/** @param replaced parts of the service to replace, for a test */
export async function openService(
  starting: Starting<Config>,
  replaced: Partial<ModuleContext> = {},
): Promise<OpenService> {
  const { config, log, opened } = starting;
  checkDataDir(config.dataDir);
  await expectRoom(config.dataDir).catch((error) =>
    log.error(error, 'the disk is full: scans are answered, nothing is stored'),
  );
  const live = openLiveKit(config, (error) =>
    log.error(error, 'what was published does not fit; the words of the repository are used'),
  );
  const { campaign, directory } = live;
  const metrics = createMetrics();
  // The modules are loaded while the stores start, and not at all for what is refused before.
  const [{ database, redis }, { closings, openModules }, { buildServer }] = await Promise.all([
    openSideStores(starting),
    import('./modules.ts'),
    import('./server.ts'),
  ]);
  shareOnlyPublic(config.dataDir, (error) => log.warn(error, 'not closed to other users'));
  const files = await openFiles({ url: config.filesUrl, dataDir: config.dataDir });
  opened('files', files.close);
  const redisUrl = redis?.url ?? '';
  const { modules, identify } = await openModules({
    ...openPrinting(config, files, { redisUrl, log }),
    config,
    database,
    redisUrl,
    live,
    campaign,
    directory,
    files,
    clock: createClock(() => config.campaignToday),
    log,
    metrics,
    ...replaced,
  });
  for (const [name, close] of closings(modules).toReversed()) opened(name, close);
  const app = await buildServer({
    config,
    campaign,
    districts: directory.districts,
    log,
    metrics,
    identify,
    pool: database.pool,
    modules,
    checks: {
      database: async () => {
        await database.pool.query('SELECT 1');
      },
      ...(redis === undefined ? {} : { redis: redis.ping }),
      disk: () => expectRoom(config.dataDir),
    },
  });
  // Ends first: answers what has begun. Then what is spooled is stored, and only then the database is let go.
  opened('server', () => Promise.all([app.close(), replaced.front?.stop()]));
  await app.ready();
  return { app, database };
}

async function openSideStores(
  starting: Starting<Config>,
): Promise<Partial<Stores> & Pick<Stores, 'database'>> {
  if (starting.config.only !== 'public') return openStores(starting);
  return { database: await openDatabaseFirst(starting) };
}

const siteBuilder = join(import.meta.dirname, '..', 'site', 'build.ts');
const siteLimitMs = 600_000;
/** A district takes some seconds; others wait meanwhile. */
const onDemandLimitMs = minuteMs;
/** Somebody waits for it, and yet strangers order it: scans and the console go before. */
const onDemandPriority = 5;
/** The film of the whole campaign takes minutes. */
const kitLimitMs = hourMs;

/** How the service makes files and the site: each run is a separate process, and those on demand take turns. */
function openPrinting(
  {
    printDir,
    dataDir,
    siteDir,
    campaign,
  }: Pick<Config, 'printDir' | 'dataDir' | 'siteDir' | 'campaign'>,
  files: Files,
  { redisUrl, log }: { redisUrl: string; log: Logger },
) {
  const generator = {
    printDir,
    env: { ...process.env, DATA_DIR: dataDir, CAMPAIGN: campaign },
  };
  const work = createWorkQueue();
  const prints = files.shared
    ? createSharedPrints(files.room('print-orders'), printDir)
    : undefined;
  return {
    work,
    prints,
    openPrintQueue: (): PrintQueue =>
      openPrintQueue({
        redisUrl,
        printDir,
        make: createRunGenerator(generator),
        work,
        shared: prints,
        onTrouble: (error) => log.warn(error, 'pictures on demand'),
      }),
    onDemand: openOnDemandGenerator({
      printDir,
      run: (args, signal) =>
        runGenerator(args, generator, {
          signal,
          limitMs: onDemandLimitMs,
          priority: onDemandPriority,
        }),
      work,
    }),
    makeKit: (args: readonly string[], signal: AbortSignal): Promise<void> =>
      runGenerator(args, generator, {
        signal,
        // Somebody waits for the stations that are named.
        priority: args.includes('--station') ? 0 : lowPriority,
        limitMs: kitLimitMs,
      }),
    buildSite: (signal: AbortSignal): Promise<void> =>
      runScript({
        script: siteBuilder,
        args: ['--if-changed'],
        env: { ...process.env, DATA_DIR: dataDir, SITE_DIR: siteDir, CAMPAIGN: campaign },
        // A station whose name was corrected meanwhile has its files first.
        priority: lowPriority,
        limitMs: siteLimitMs,
        signal,
      }),
  };
}
