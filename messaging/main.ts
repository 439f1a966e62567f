import { loadCampaign } from '../campaigns/campaign-fs.ts';
import { loadConfig } from './config.ts';
import { createLog } from './log.ts';
import { buildServer } from './server.ts';

const config = loadConfig(process.env);
const log = createLog(config.logLevel);
const app = await buildServer({ config, campaign: loadCampaign(config.campaign), log });

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    log.info({ signal }, 'stopping');
    void app.close().then(() => process.exit(0));
  });
}
const address = await app.listen({ port: config.port, host: config.host });
log.info(`Open ${config.publicUrl} (listening on ${address})`);
