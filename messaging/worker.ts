import { loadCampaign } from '../campaigns/campaign-fs.ts';
import { loadConfig } from './config.ts';
import { recordAudit } from './database/audit-log-sql.ts';
import { openDatabase } from './database/database.ts';
import { createClock } from './process/clock.ts';
import { createLog } from './process/log.ts';
import { openRedis } from './process/redis.ts';
import { stopOnSignals } from './process/stop.ts';
import { startSending } from './sending/sending.ts';

// One more process that sends, on this machine or another: it shares the database and Redis with the service.
const config = loadConfig(process.env);
const log = createLog(config.logLevel);
const { messages } = loadCampaign(config.campaign);
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
const sending = startSending({
  pool: database.pool,
  redisUrl: redis.url,
  settings: config.gateways,
  publicUrl: config.publicUrl,
  principalEntityId: messages.principalEntityId,
  now: createClock(config.campaignToday).now,
  log,
  audit: (entry) => recordAudit(database.pool, entry),
});
log.info({ gateways: Object.keys(sending.gateways) }, 'worker sends');

stopOnSignals(log, [
  ['sending', sending.close],
  ['Redis', redis.close],
  ['database', database.close],
]);
