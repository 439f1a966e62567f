import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type Action, rolesFor } from '../../../campaigns/offices/permission.ts';
import { createInstallReader } from '../../figures/reports/installs-sql.ts';
import { answerAct } from '../../kit/held-acts.ts';
import { writePaper } from '../../platform/documents/papers.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { readDistrictFigures } from '../ledger/tallies-sql.ts';
import { blastReportRoutes } from './blast-reports-schemas.ts';
import { type BlastDependencies, type BlastRoutes, requireBlast } from './blast-request.ts';
import {
  type BlastViews,
  createFigureReader,
  readReportFacts,
  showBlast,
  showBlasts,
} from './blast-view.ts';
import { blastCommandRoutes, blastRoutes } from './blasts-schemas.ts';
import { findBlast } from './blasts-sql.ts';
import { commandBlast } from './commands.ts';
import { blastDraftRoutes } from './draft-routes.ts';
import { dryRunRoutes } from './dry-run-routes.ts';
import { createEstimates } from './estimates.ts';
import { blastReport } from './report/report-content.ts';
import { blastReportCsv, reportPaper } from './report/report-paper.ts';
import { seriesRoutes } from './series-routes.ts';
import { openSettleUnknown } from './settle-unknown.ts';
import { type BlastCommand, permissionFor } from './state.ts';
import { targetGroupRoutes } from './target-group-routes.ts';
import { blastTestRoutes } from './test-routes.ts';

/** Drafting, approval and running of blasts, with live figures and cost. */
export function registerBlasts(app: FastifyInstance, dependencies: BlastDependencies): void {
  const { pool } = dependencies.database;
  const views: BlastViews = {
    ...dependencies,
    pool,
    installs: createInstallReader(pool),
    estimates: createEstimates(pool, dependencies.gateways),
    districtFigures: createFigureReader(pool, readDistrictFigures),
  };
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('blast.read') };

  routes.route({
    ...blastRoutes.list,
    config,
    handler: async ({ actor }) => showBlasts(views, actor),
  });
  routes.route({
    ...blastRoutes.read,
    config,
    handler: async (request) =>
      showBlast(views, await requireBlast(request, pool, 'blast.read'), request.actor),
  });
  const shared = { ...dependencies, views };
  registerBlastCommands(app, shared);
  registerBlastReports(app, shared);
  addRoutes(app, [
    ...blastDraftRoutes(shared),
    ...dryRunRoutes(shared),
    ...blastTestRoutes(shared),
    ...targetGroupRoutes(shared),
    ...seriesRoutes(shared),
  ]);
}

/** The report of a blast as a file: totals, reasons, days, districts, cost and result; nobody's number. */
function registerBlastReports(
  app: FastifyInstance,
  { database, campaign, directory, views, decoders, now }: BlastRoutes,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  for (const extension of ['csv', 'xlsx', 'pdf'] as const) {
    const { method, url, schema } = blastReportRoutes[extension];
    routes.route({
      method,
      url,
      schema,
      config: { access: rolesFor('blast.read') },
      handler: async (request, reply) => {
        const blast = await requireBlast(request, database.pool, 'blast.read');
        const { language } = request.query;
        const { districts } = directory;
        const context = { campaign, districts, language, now: now() };
        const report = blastReport(await readReportFacts(views, blast), context);
        const name = `blast-${blast.id}-${language}`;
        if (extension === 'csv') return sendDownload(reply, `${name}.csv`, blastReportCsv(report));
        const written = { format: extension, account: request.actor.id };
        const bytes = await writePaper(decoders, reportPaper(report), written);
        return sendDownload(reply, `${name}.${extension}`, bytes);
      },
    });
  }
}

type Command = keyof typeof blastCommandRoutes;

/** Commands of officers: the way through approval, running it, deciding on unknown ones. */
function registerBlastCommands(app: FastifyInstance, dependencies: BlastRoutes): void {
  const { database, views } = dependencies;
  const { pool } = database;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const settleUnknown = openSettleUnknown(dependencies);

  for (const [kind, action] of Object.entries(permissionFor) as [Command, Action][]) {
    const { method, url, schema } = blastCommandRoutes[kind];
    routes.route({
      method,
      url,
      schema,
      config: { access: rolesFor(action) },
      handler: async (request) => {
        const blast = await requireBlast(request, pool, action);
        const command = toCommand(kind, request.body);
        await commandBlast(dependencies, { blast, command }, request.caller);
        request.log.info({ blast: blast.id, command: kind, officer: request.actor.id }, 'blast');
        return showBlast(views, (await findBlast(pool, blast.id)) ?? blast, request.actor);
      },
    });
  }

  routes.route({
    ...blastRoutes.settleUnknown,
    config: { access: rolesFor('blast.approve') },
    handler: async (request, reply) => {
      const blast = await requireBlast(request, pool, 'blast.approve');
      const input = { blast, ...request.body };
      const outcome = await settleUnknown(input, request.caller);
      return answerAct(reply, outcome, (result) => result);
    },
  });
}

function toCommand(kind: Command, body: unknown): BlastCommand {
  if (kind === 'pause') return { kind, reason: 'officer' };
  return { kind, ...(body as object) } as BlastCommand;
}
