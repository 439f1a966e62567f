import { loadCampaign } from '../campaigns/campaign-fs.ts';
import { loadDirectory } from '../campaigns/directory/directory-fs.ts';
import { openAccounts } from './accounts/accounts.ts';
import { openBlastDesk } from './blast-desk.ts';
import { openCampaignDesk } from './campaign-desk.ts';
import { loadConfig } from './config.ts';
import { openDatabase } from './database/database.ts';
import { openGeneratorDesk } from './print-files/generator-desk.ts';
import { openPrintQueue } from './print-orders/print-queue.ts';
import { createRunGenerator, runGenerator } from './print-orders/run-generator.ts';
import { createClock } from './process/clock.ts';
import { createLog } from './process/log.ts';
import { createMetrics } from './process/metrics.ts';
import { openRedis } from './process/redis.ts';
import { stopOnSignals } from './process/stop.ts';
import { startScanService } from './scans/scan-service.ts';
import { buildServer } from './server.ts';

const config = loadConfig(process.env);
const log = createLog(config.logLevel);
const campaign = loadCampaign(config.campaign);
const clock = createClock(config.campaignToday);
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
const accounts = await openAccounts({
  database,
  config,
  onTrouble: (error) => log.warn(error, 'accounts'),
});
const generatorOptions = {
  printDir: config.printDir,
  env: { ...process.env, DATA_DIR: config.dataDir, CAMPAIGN: config.campaign },
};
const printQueue = openPrintQueue({
  redisUrl: redis.url,
  printDir: config.printDir,
  make: createRunGenerator(generatorOptions),
  onTrouble: (error) => log.warn(error, 'pictures on demand'),
});
const scans = await startScanService({ config, database, clock, log, metrics });
const directory = loadDirectory();
const desk = openCampaignDesk({
  config,
  database,
  campaign,
  directory,
  clock,
  ownerOf: scans.registry.ownerOf,
  log,
});
const blasts = await openBlastDesk({
  config,
  database,
  redisUrl: redis.url,
  campaign,
  directory,
  registry: scans.registry.current,
  clock,
  log,
});
const app = await buildServer({
  config,
  campaign,
  log,
  metrics,
  accounts,
  printQueue,
  generatorDesk: openGeneratorDesk({
    printDir: config.printDir,
    run: (args) => runGenerator(args, generatorOptions),
  }),
  desk,
  blasts,
  checks: {
    database: async () => {
      await database.pool.query('SELECT 1');
    },
    redis: redis.ping,
  },
  scans: {
    ...scans,
    directory,
    clock,
    secure: config.publicUrl.startsWith('https:'),
  },
});

// Answers what has begun, stores what is spooled, and only then lets go of the database.
stopOnSignals(log, [
  ['server', () => app.close()],
  ['accounts', accounts.close],
  ['campaign', desk.close],
  ['blasts', blasts.close],
  ['pictures on demand', printQueue.close],
  ['scans', scans.close],
  ['Redis', redis.close],
  ['database', database.close],
]);
const address = await app.listen({ port: config.port, host: config.host });
log.info(`Open ${config.publicUrl} (listening on ${address})`);
