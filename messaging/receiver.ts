import { join } from 'node:path';
import { type FastifyBaseLogger, fastify } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { loadCampaign } from '../campaigns/campaign-fs.ts';
import { type Config, loadConfig } from './config.ts';
import { registerExotelCallbacks } from './phone/callbacks/exotel-routes.ts';
import { registerMetaCallbacks } from './phone/callbacks/meta-routes.ts';
import { registerCallbacks } from './phone/callbacks/routes.ts';
import { createIsStop } from './phone/callbacks/stop-word.ts';
import { callbackTokens } from './phone/gateways/open-gateways.ts';
import { answerErrors } from './platform/http/answer-errors.ts';
import { readAddress, refuseAddresses } from './platform/http/canonical-path.ts';
import { closeFreed } from './platform/http/close-freed.ts';
import { setHeaders } from './platform/http/headers.ts';
import { RequestLog } from './platform/http/request-log.ts';
import { Refusal } from './platform/process/refusal.ts';
import { exotelToken } from './platform/process/secret-fs.ts';
import { type Starting, start } from './platform/process/start.ts';
import { createRelaySpool } from './platform/spool/relay-spool.ts';

// Takes receipts and replies of providers while no service does, and only puts them on the disk: no database, no Redis, so
// that whatever befalls those, or an upgrade, loses none. A service on this machine carries them into the ledger.
await start(() => loadConfig(process.env), openReceiver);

async function openReceiver({ config, log, opened }: Starting<Config>): Promise<void> {
  const { dataDir, spoolDir, publicUrl, gateways } = config;
  const campaign = loadCampaign(config.campaign, config.published);
  const spool = createRelaySpool({
    base: join(spoolDir, 'callbacks'),
    onTrouble: (error) => log.error(error, 'callbacks cannot be stored'),
  });
  opened('spool', spool.close);
  const loggerInstance: FastifyBaseLogger = log;
  const app = fastify({
    loggerInstance,
    logController: new RequestLog(),
    rewriteUrl: readAddress,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  closeFreed(app);
  setHeaders(app, { https: publicUrl.startsWith('https:') });
  answerErrors(app, campaign);
  refuseAddresses(app);
  app.setNotFoundHandler(() => {
    throw new Refusal('not-found');
  });
  const kept = { spool, isStop: createIsStop(campaign) };
  await registerCallbacks(app, { ...kept, publicUrl, callbackTokens: callbackTokens(config) });
  const token = gateways.exotel && exotelToken(dataDir, gateways.exotel.callbackToken);
  await registerExotelCallbacks(app, { ...kept, token });
  await registerMetaCallbacks(app, { ...kept, meta: gateways.meta });
  opened('routes', () => app.close());
  await app.listen({ port: gateways.receiverPort, host: config.host });
  log.info({ port: gateways.receiverPort }, 'receipts are taken while the service is away');
}
