import { join } from 'node:path';
import { type Config, loadConfig } from './config.ts';
import { openDatabaseFirst, openStores, type Stores } from './open-stores.ts';
import { openFiles } from './platform/files/open-files.ts';
import { createClock } from './platform/process/clock.ts';
import { checkDataDir, shareOnlyPublic } from './platform/process/data-dir-fs.ts';
import { expectRoom } from './platform/process/disk-room.ts';
import { createMetrics } from './platform/process/metrics.ts';
import { runScript } from './platform/process/run-script.ts';
import { type Starting, start } from './platform/process/start.ts';
import { createWorkQueue } from './platform/queue/work-queue.ts';
import { openLiveKit } from './print/kit/live-kit-fs.ts';
import { openOnDemandGenerator } from './print/print-files/on-demand-generator.ts';
import { createSharedPrints } from './print/print-files/shared-prints-fs.ts';
import { openPrintQueue } from './print/print-orders/print-queue.ts';
import {
  createRunGenerator,
  lowPriority,
  runGenerator,
} from './print/print-orders/run-generator.ts';

const siteLimitMs = 600_000;
/** A district takes some seconds; others wait meanwhile. */
const onDemandLimitMs = 60_000;
/** Somebody waits for it, and yet strangers order it: scans and the console go before. */
const onDemandPriority = 5;
/** The film of the whole campaign takes minutes. */
const kitLimitMs = 3_600_000;

// `npm run serve [-- --only public|console]`
await start(() => loadConfig(process.env, process.argv.slice(2)), openService);

async function openService(starting: Starting<Config>): Promise<void> {
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
  const [stores, { closings, openModules }, { buildServer }] = await Promise.all([
    openOwnStores(starting),
    import('./modules.ts'),
    import('./server.ts'),
  ]);
  const { database, redis } = stores;
  const redisUrl = redis?.url ?? '';
  shareOnlyPublic(config.dataDir, (error) => log.warn(error, 'not closed to other users'));
  const files = await openFiles({ url: config.filesUrl, dataDir: config.dataDir });
  opened('files', files.close);
  const prints = files.shared
    ? createSharedPrints(files.room('print-orders'), config.printDir)
    : undefined;
  const generator = {
    printDir: config.printDir,
    env: { ...process.env, DATA_DIR: config.dataDir, CAMPAIGN: config.campaign },
  };
  const work = createWorkQueue();
  const { modules, identify } = await openModules({
    config,
    database,
    redisUrl,
    live,
    campaign,
    directory,
    buildSite: (signal) =>
      runScript({
        script: join(import.meta.dirname, '..', 'site', 'build.ts'),
        args: ['--if-changed'],
        env: process.env,
        // A station whose name was corrected meanwhile has its files first.
        priority: lowPriority,
        limitMs: siteLimitMs,
        signal,
      }),
    openPrintQueue: () =>
      openPrintQueue({
        redisUrl,
        printDir: config.printDir,
        make: createRunGenerator(generator),
        work,
        shared: prints,
        onTrouble: (error) => log.warn(error, 'pictures on demand'),
      }),
    onDemand: openOnDemandGenerator({
      printDir: config.printDir,
      run: (args, signal) =>
        runGenerator(args, generator, {
          signal,
          limitMs: onDemandLimitMs,
          priority: onDemandPriority,
        }),
      work,
    }),
    work,
    makeKit: (args, signal) =>
      runGenerator(args, generator, {
        signal,
        // Somebody waits for the stations that are named.
        priority: args.includes('--station') ? 0 : lowPriority,
        limitMs: kitLimitMs,
      }),
    files,
    prints,
    clock: createClock(config.campaignToday),
    log,
    metrics,
  });
  for (const [name, close] of closings(modules).toReversed()) opened(name, close);
  const app = await buildServer({
    config,
    campaign,
    districts: directory.districts,
    log,
    metrics,
    identify,
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
  opened('server', () => app.close());
  const address = await app.listen({ port: config.port, host: config.host });
  log.info(`Open ${config.publicUrl} (listening on ${address})`);
}

async function openOwnStores(
  starting: Starting<Config>,
): Promise<Partial<Stores> & Pick<Stores, 'database'>> {
  if (starting.config.only !== 'public') return openStores(starting);
  return { database: await openDatabaseFirst(starting) };
}
