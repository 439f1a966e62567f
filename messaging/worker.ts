import { loadCampaign } from '../campaigns/campaign-fs.ts';
import { loadConfig } from './config.ts';
import { recordAudit } from './database/audit-log-sql.ts';
import { openDatabase } from './database/database.ts';
import { openGateways } from './gateways/open-gateways.ts';
import { createClock } from './process/clock.ts';
import { createLog } from './process/log.ts';
import { openRedis } from './process/redis.ts';
import { emulatorToken } from './process/secret-fs.ts';
import { stopOnSignals } from './process/stop.ts';
import { openSending } from './sending/module.ts';

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
const { gateways, close } = openGateways({
  settings: config.gateways,
  emulatorToken: emulatorToken(config.dataDir, config.gateways.emulator.authToken),
  publicUrl: config.publicUrl,
});
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
log.info({ gateways: Object.keys(gateways) }, 'worker sends');

stopOnSignals(log, [
  ['sending', sending.close],
  ['gateways', close],
  ['Redis', redis.close],
  ['database', database.close],
]);
