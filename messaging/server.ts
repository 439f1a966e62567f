import helmet from '@fastify/helmet';
import serveStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import { type FastifyBaseLogger, type FastifyInstance, fastify } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { Campaign } from '../campaigns/campaign.ts';
import { enforceAccess, type Identify } from './access.ts';
import type { Config } from './config.ts';
import { pagePolicy } from './html.ts';
import { registerApiDocs } from './routes/api-docs.ts';
import { registerPrintFiles } from './routes/print-files.ts';
import { registerPrintIndex } from './routes/print-index.ts';
import { hasSite, registerNotFound, registerSite } from './routes/site.ts';

/** What the server needs; tests pass their own. */
export interface ServerDependencies {
  config: Pick<Config, 'printDir' | 'siteDir' | 'trustProxy'>;
  campaign: Campaign;
  log: FastifyBaseLogger;
  identify?: Identify;
}

/** Builds the service without listening. */
export async function buildServer(dependencies: ServerDependencies): Promise<FastifyInstance> {
  const { config, campaign, log } = dependencies;
  const owner = campaign.copy.owner.hi;
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    trustProxy: config.trustProxy,
    routerOptions: { caseSensitive: true },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  enforceAccess(app, dependencies.identify ?? (async () => null));
  await app.register(helmet, {
    contentSecurityPolicy: pagePolicy,
    // HTTPS belongs to the proxy in front, which alone knows whether every subdomain has it.
    strictTransportSecurity: false,
  });
  await app.register(serveStatic, { serve: false, redirect: true, preCompressed: true });
  await app.register(swagger, {
    openapi: { info: { title: `${campaign.name.en}: API`, version: campaign.version } },
    transform: jsonSchemaTransform,
  });
  registerApiDocs(app, owner);
  registerNotFound(app, { siteDir: config.siteDir, owner });
  registerPrintFiles(app, config.printDir);
  if (hasSite(config.siteDir)) registerSite(app, { siteDir: config.siteDir, owner });
  else registerPrintIndex(app, { printDir: config.printDir, owner });
  return app;
}
