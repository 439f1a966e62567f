import { loadCampaign } from '../campaigns/campaign-fs.ts';
import { type Config, loadConfig } from './config.ts';
import { openMailSending } from './mail/delivery/sending-module.ts';
import { openStores } from './open-stores.ts';
import { openWorkerReceipts } from './phone/callbacks/callback-spool.ts';
import { createIsStop } from './phone/callbacks/stop-word.ts';
import { openGateways } from './phone/gateways/open-gateways.ts';
import { createStopTokens } from './phone/numbers/stop-token.ts';
import { openSending } from './phone/sending/module.ts';
import { writeAudit } from './platform/database/audit-log-sql.ts';
import { openPresence } from './platform/database/processes-sql.ts';
import { createClock } from './platform/process/clock.ts';
import { checkDataDir } from './platform/process/data-dir-fs.ts';
import { authSecret, emulatorToken, exotelToken } from './platform/process/secret-fs.ts';
import { type Starting, start } from './platform/process/start.ts';

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
  const { now } = createClock(() => config.campaignToday);
  const receipts = await openWorkerReceipts({
    pool,
    gateways,
    isStop: createIsStop(campaign),
    spoolDir: config.spoolDir,
    log,
  });
  if (receipts !== undefined) opened('receipts', receipts.close);
  const sending = openSending({
    pool: database.pool,
    redisUrl: redis.url,
    spoolDir: config.spoolDir,
    gateways,
    settings: config.gateways,
    principalEntityId: campaign.messages.principalEntityId,
    call: campaign.messages.call,
    stopTokens: createStopTokens(authSecret(config.dataDir, config.authSecret)),
    now,
    log,
    audit: writeAudit,
  });
  opened('sending', sending.close);
  const mail = openMailSending({
    config,
    database,
    campaign,
    redisUrl: redis.url,
    now,
    log,
  });
  opened('mail', mail.close);
  opened('presence', openPresence({ database, part: 'worker', sends: true, log }).close);
  log.info({ gateways: Object.keys(gateways) }, 'worker sends');
}
