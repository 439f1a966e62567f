import { loadCampaign } from '../campaigns/campaign-fs.ts';
import { loadDirectory } from '../campaigns/directory/directory-fs.ts';
import { loadConfig } from './config.ts';
import { openDatabase } from './database/database.ts';
import { closings, openModules } from './modules.ts';
import { openOnDemandGenerator } from './print-files/on-demand-generator.ts';
import { openPrintQueue } from './print-orders/print-queue.ts';
import { createRunGenerator, runGenerator } from './print-orders/run-generator.ts';
import { createClock } from './process/clock.ts';
import { createLog } from './process/log.ts';
import { createMetrics } from './process/metrics.ts';
import { openRedis } from './process/redis.ts';
import { stopOnSignals } from './process/stop.ts';
import { buildServer } from './server.ts';

const config = loadConfig(process.env);
const log = createLog(config.logLevel);
const campaign = loadCampaign(config.campaign);
const directory = loadDirectory();
const metrics = createMetrics();

const database = await openDatabase({
  url: config.databaseUrl,
  dataDir: config.dataDir,
  onConnectionLost: (error) => log.warn(error, 'a connection to the database was lost'),
});
const redis = await openRedis({
  url: config.redisUrl,
  dataDir: config.dataDir,
  onTrouble: (error) => log.warn(error, 'Redis'),
});
const generator = {
  printDir: config.printDir,
  env: { ...process.env, DATA_DIR: config.dataDir, CAMPAIGN: config.campaign },
};
const { modules, identify } = await openModules({
  config,
  database,
  redisUrl: redis.url,
  campaign,
  directory,
  printQueue: openPrintQueue({
    redisUrl: redis.url,
    printDir: config.printDir,
    make: createRunGenerator(generator),
    onTrouble: (error) => log.warn(error, 'pictures on demand'),
  }),
  onDemand: openOnDemandGenerator({
    printDir: config.printDir,
    run: (args) => runGenerator(args, generator),
  }),
  clock: createClock(config.campaignToday),
  log,
  metrics,
});
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
    redis: redis.ping,
  },
});

// Answers what has begun, stores what is spooled, and only then lets go of the database.
stopOnSignals(log, [
  ['server', () => app.close()],
  ...closings(modules),
  ['Redis', redis.close],
  ['database', database.close],
]);
const address = await app.listen({ port: config.port, host: config.host });
log.info(`Open ${config.publicUrl} (listening on ${address})`);
