import { loadCampaign } from '../campaigns/campaign-fs.ts';
import { type Config, loadConfig } from './config.ts';
import { recordAudit } from './database/audit-log-sql.ts';
import { openDatabase } from './database/database.ts';
import { openGateways } from './gateways/open-gateways.ts';
import { createClock } from './process/clock.ts';
import { checkDataDir } from './process/data-dir-fs.ts';
import { openRedis } from './process/redis.ts';
import { emulatorToken } from './process/secret-fs.ts';
import { type Starting, start } from './process/start.ts';
import { openSending } from './sending/module.ts';

// One more process that sends, on this machine or another: it shares the database and Redis with the service.
await start(() => loadConfig(process.env), openWorker);

async function openWorker({ config, log, opened, fail }: Starting<Config>): Promise<void> {
  checkDataDir(config.dataDir);
  const { messages } = loadCampaign(config.campaign);
  const database = await openDatabase({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    onConnectionLost: (error) => log.warn(error, 'no connection to the database'),
    waitForIt: true,
  });
  opened('database', database.close);
  database.ready.catch(fail);
  const redis = await openRedis({
    url: config.redisUrl,
    dataDir: config.dataDir,
    onTrouble: (error) => log.warn(error, 'Redis'),
  });
  opened('Redis', redis.close);
  const { gateways, close } = openGateways({
    settings: config.gateways,
    emulatorToken: emulatorToken(config.dataDir, config.gateways.emulator.authToken),
    publicUrl: config.publicUrl,
  });
  opened('gateways', close);
  const sending = openSending({
    pool: database.pool,
    redisUrl: redis.url,
    gateways,
    settings: config.gateways,
    principalEntityId: messages.principalEntityId,
    now: createClock(config.campaignToday).now,
    log,
    audit: (entry) => recordAudit(database.pool, entry),
  });
  opened('sending', sending.close);
  log.info({ gateways: Object.keys(gateways) }, 'worker sends');
}
