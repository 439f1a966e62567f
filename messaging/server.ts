import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import serveStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import { type FastifyBaseLogger, type FastifyInstance, fastify } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { Campaign } from '../campaigns/campaign.ts';
import type { District } from '../campaigns/directory/station.ts';
import type { Accounts } from './accounts/accounts.ts';
import { registerAudit } from './accounts/audit-routes.ts';
import { registerPeople } from './accounts/people-routes.ts';
import { registerAccounts } from './accounts/routes.ts';
import { registerActivities } from './activities/routes.ts';
import type { BlastDesk } from './blast-desk.ts';
import type { CampaignDesk } from './campaign-desk.ts';
import type { Config } from './config.ts';
import { enforceAccess, type Identify } from './http/access.ts';
import { answerErrors } from './http/answer-errors.ts';
import { registerApiDocs } from './http/api-docs.ts';
import { type Checks, registerHealth } from './http/health.ts';
import { pagePolicy } from './http/html.ts';
import { ownOrigins } from './http/origin.ts';
import type { GeneratorDesk } from './print-files/generator-desk.ts';
import { registerPrintFiles } from './print-files/routes.ts';
import type { PrintQueue } from './print-orders/print-queue.ts';
import { registerPrintOrders } from './print-orders/routes.ts';
import type { Metrics } from './process/metrics.ts';
import { registerProgress } from './progress/routes.ts';
import { registerReports } from './reports/routes.ts';
import { registerReviewNote } from './review-notes/routes.ts';
import { registerScans, type ScanDependencies } from './scans/routes.ts';
import { registerFonts } from './website/fonts.ts';
import { registerPrintIndex } from './website/print-index.ts';
import { registerNotFound, registerSite } from './website/site.ts';

/** What the server needs; tests pass their own. */
export interface ServerDependencies {
  config: Pick<Config, 'printDir' | 'siteDir' | 'trustProxy' | 'publicUrl'>;
  campaign: Campaign;
  log: FastifyBaseLogger;
  metrics: Metrics;
  checks: Checks;
  scans: Omit<ScanDependencies, 'campaign' | 'onAnswer'>;
  /** Without them nobody signs in, and routes that take an officer are closed. */
  accounts?: Accounts;
  /** Without it no pictures are made on demand. */
  printQueue?: PrintQueue;
  /** Without it a print file that is not there yet is not made. */
  generatorDesk?: GeneratorDesk;
  /** Activities, reports and the live progress; without it there are none. */
  desk?: CampaignDesk;
  /** Promotion by phone; without it there is none. */
  blasts?: BlastDesk;
  /** In place of the accounts' own, for tests. */
  identify?: Identify;
}

/** Builds the service without listening. */
export async function buildServer(dependencies: ServerDependencies): Promise<FastifyInstance> {
  const { config, campaign, metrics } = dependencies;
  const owner = campaign.copy.owner.hi;
  const app: FastifyInstance = fastify({
    loggerInstance: dependencies.log,
    trustProxy: config.trustProxy,
    // A phone on a poor line gets time, one that sends nothing does not hold a socket.
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerErrors(app);
  const { districts } = dependencies.scans.directory;
  enforceAccess(app, {
    identify: dependencies.identify ?? dependencies.accounts?.identify ?? (async () => null),
    findDistrict: (id) => districts.find((district) => district.id === id),
    origins: ownOrigins(config.publicUrl),
  });
  await app.register(swagger, {
    openapi: { info: { title: `${campaign.name.en}: API`, version: campaign.version } },
    transform: jsonSchemaTransform,
  });
  // Outside of what follows: a redirect needs no page's headers, and has to be quick.
  registerScans(app, {
    ...dependencies.scans,
    campaign,
    onAnswer(outcome) {
      metrics.scans[outcome] += 1;
    },
  });
  await dependencies.blasts?.registerPublic(app);
  await app.register(async (pages) => {
    await pages.register(helmet, {
      contentSecurityPolicy: pagePolicy,
      // HTTPS belongs to the proxy in front, which alone knows whether every subdomain has it.
      strictTransportSecurity: false,
    });
    await pages.register(serveStatic, { serve: false, redirect: true, preCompressed: true });
    measureRequests(pages, metrics);
    registerNotFound(pages, { siteDir: config.siteDir, owner });
    registerHealth(pages, dependencies.checks, metrics);
    registerFonts(pages);
    registerApiDocs(pages, owner);
    const { accounts, printQueue, desk, blasts } = dependencies;
    registerPrintFiles(pages, {
      printDir: config.printDir,
      campaign,
      directory: dependencies.scans.directory,
      desk: dependencies.generatorDesk,
    });
    if (printQueue !== undefined) {
      registerPrintOrders(pages, { printQueue, directory: dependencies.scans.directory });
    }
    if (accounts !== undefined) await registerConsole(pages, accounts, districts);
    if (desk !== undefined) {
      registerProgress(pages, desk.progress);
      await registerDesk(pages, desk);
    }
    if (blasts !== undefined) {
      await pages.register(async (api) => {
        neverKept(api);
        await blasts.registerConsole(api);
      });
    }
    registerSite(pages, { siteDir: config.siteDir, owner });
    registerPrintIndex(pages, { ...config, owner });
  });
  return app;
}

/** What officers call; no answer of it is kept by a browser or a proxy. */
async function registerConsole(
  pages: FastifyInstance,
  accounts: Accounts,
  districts: readonly District[],
): Promise<void> {
  await pages.register(async (api) => {
    neverKept(api);
    registerAccounts(api, { ...accounts, districts });
    registerPeople(api, { ...accounts, districts });
    registerAudit(api, accounts.database);
  });
}

/** What officers record and read of the campaign. */
async function registerDesk(pages: FastifyInstance, desk: CampaignDesk): Promise<void> {
  await pages.register(async (api) => {
    neverKept(api);
    await api.register(multipart, { limits: { files: 1, fields: 10, parts: 11 } });
    registerActivities(api, desk);
    registerReports(api, desk);
    registerReviewNote(api, desk);
  });
}

function neverKept(api: FastifyInstance): void {
  api.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
}

function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    metrics.requestSeconds.observe(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: String(reply.statusCode),
      },
      reply.elapsedTime / 1000,
    );
  });
}
