import multipart from '@fastify/multipart';
import { type FastifyBaseLogger, type FastifyInstance, fastify } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Pool } from 'pg';
import type { Config } from './config.ts';
import { registerFiles } from './front/website/built-site.ts';
import type { House } from './kit/house.ts';
import { enforceAccess, type Identify } from './platform/http/access.ts';
import { answerErrors } from './platform/http/answer-errors.ts';
import { openApiDocs } from './platform/http/api-docs.ts';
import { boundAccounts } from './platform/http/attempts.ts';
import { type BodyTimes, limitBodyTime } from './platform/http/body-time.ts';
import { readAddress, refuseAddresses } from './platform/http/canonical-path.ts';
import { closeFreed } from './platform/http/close-freed.ts';
import { markDownloads } from './platform/http/download.ts';
import { refuseNumbersInWords } from './platform/http/free-text.ts';
import { setHeaders } from './platform/http/headers.ts';
import { type Checks, registerHealth } from './platform/http/health.ts';
import { watchMainThread } from './platform/http/held-thread.ts';
import type { Module } from './platform/http/module.ts';
import { ownOrigins } from './platform/http/origin.ts';
import { createRequestIds, RequestLog } from './platform/http/request-log.ts';
import { addRoutes } from './platform/http/serve-route.ts';
import { keepToSide } from './platform/http/side.ts';
import { formLimits } from './platform/http/upload.ts';
import { refuseIllFormedText } from './platform/http/well-formed.ts';
import type { Metrics } from './platform/process/metrics.ts';

export interface ServerDependencies extends Pick<House, 'campaign' | 'districts' | 'metrics'> {
  config: Pick<Config, 'trustProxy' | 'publicUrl'> & Partial<Pick<Config, 'only'>>;
  log: FastifyBaseLogger;
  checks: Checks;
  identify: Identify;
  /** By which accounts are bounded; a server without one has no accounts of its own. */
  pool?: Pool;
  modules: readonly Module[];
  bodyTimes?: Partial<BodyTimes>;
}

/** Builds the service without listening: the rules for every route, then the modules. */
export async function buildServer(dependencies: ServerDependencies): Promise<FastifyInstance> {
  const { config, campaign, districts, metrics, modules } = dependencies;
  const app: FastifyInstance = fastify({
    loggerInstance: dependencies.log,
    logController: new RequestLog(),
    genReqId: createRequestIds(),
    trustProxy: config.trustProxy,
    rewriteUrl: readAddress,
    // A phone on a poor line gets time for what it sends: `limitBodyTime` ends what stands still.
    requestTimeout: 0,
    http: { headersTimeout: 30_000 },
    forceCloseConnections: 'idle',
    // What the proxy sent on an open connection when the end began is answered, and the connection closed.
    return503OnClosing: false,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  closeFreed(app);
  watchMainThread(app, metrics);
  setHeaders(app, { https: config.publicUrl.startsWith('https:') });
  markDownloads(app, campaign);
  answerErrors(app, campaign, dependencies.checks.disk);
  refuseAddresses(app);
  keepToSide(app, config.only ?? 'both');
  limitBodyTime(app, dependencies.bodyTimes);
  enforceAccess(app, {
    identify: dependencies.identify,
    findDistrict: (id) => districts.find((district) => district.id === id),
    origins: ownOrigins(config.publicUrl),
  });
  if (dependencies.pool !== undefined) boundAccounts(app, dependencies.pool);
  refuseIllFormedText(app);
  refuseNumbersInWords(app);
  const registerApiDocs = await openApiDocs(app, campaign);
  await app.register(async (pages) => {
    await registerFiles(pages);
    measureRequests(pages, metrics);
    registerHealth(pages, dependencies.checks, metrics);
    registerApiDocs(pages);
    await pages.register(async (api) => {
      let forms = api;
      await api.register(async (scope) => {
        await scope.register(multipart, { limits: formLimits });
        forms = scope;
      });
      for (const module of modules) {
        addRoutes(pages, module.pages ?? []);
        addRoutes(api, module.api ?? []);
        addRoutes(forms, module.forms ?? []);
        await module.register?.({ direct: app, pages, api, forms });
      }
    });
  });
  return app;
}

function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    metrics.requestSeconds.observe(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        // By its class: each label more is seven lines for each of 300 routes.
        status: `${Math.floor(reply.statusCode / 100)}xx`,
      },
      reply.elapsedTime / 1000,
    );
  });
}
