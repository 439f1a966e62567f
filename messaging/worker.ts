import { loadCampaign } from '../campaigns/campaign-fs.ts';
import { openWorkerReceipts } from './callbacks/worker-receipts.ts';
import { type Config, loadConfig } from './config.ts';
import { writeAudit } from './database/audit-log-sql.ts';
import { openGateways } from './gateways/open-gateways.ts';
import { openMailSending } from './mail/sending-module.ts';
import { openStores } from './open-stores.ts';
import { createClock } from './process/clock.ts';
import { checkDataDir } from './process/data-dir-fs.ts';
import { emulatorToken, exotelToken } from './process/secret-fs.ts';
import { type Starting, start } from './process/start.ts';
import { openSending } from './sending/module.ts';

// One more process that sends, on this machine or another: it shares the database and Redis with the service.
await start(() => loadConfig(process.env), openWorker);

async function openWorker(starting: Starting<Config>): Promise<void> {
  const { config, log, opened } = starting;
  checkDataDir(config.dataDir);
  const campaign = loadCampaign(config.campaign, config.published);
  const { database, redis } = await openStores(starting);
  const { gateways, close } = openGateways({
    settings: config.gateways,
    emulatorToken: emulatorToken(config.dataDir, config.gateways.emulator.authToken),
    exotelToken: () => exotelToken(config.dataDir, config.gateways.exotel?.callbackToken),
    publicUrl: config.publicUrl,
  });
  opened('gateways', close);
  const { pool } = database;
  const receipts = await openWorkerReceipts({ pool, gateways, spoolDir: config.spoolDir, log });
  if (receipts !== undefined) opened('receipts', receipts.close);
  const sending = openSending({
    pool: database.pool,
    redisUrl: redis.url,
    gateways,
    settings: config.gateways,
    principalEntityId: campaign.messages.principalEntityId,
    now: createClock(config.campaignToday).now,
    log,
    audit: writeAudit,
  });
  opened('sending', sending.close);
  const mail = openMailSending({
    config,
    database,
    campaign,
    redisUrl: redis.url,
    now: createClock(config.campaignToday).now,
    log,
  });
  opened('mail', mail.close);
  log.info({ gateways: Object.keys(gateways) }, 'worker sends');
}
