import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { createInstallReader } from '../../figures/reports/installs-sql.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { readDistrictFigures } from '../ledger/tallies-sql.ts';
import { type BlastDependencies, requireBlast } from './blast-request.ts';
import { type BlastViews, createFigureReader, showBlast, showBlasts } from './blast-view.ts';
import { blastRoutes } from './blasts-schemas.ts';
import { readClassCounts } from './classes-sql.ts';
import { registerBlastCommands } from './command-routes.ts';
import { blastDraftRoutes } from './draft-routes.ts';
import { dryRunRoutes } from './dry-run-routes.ts';
import { createEstimates } from './estimates.ts';
import { registerBlastReports } from './report-routes.ts';
import { seriesRoutes } from './series-routes.ts';
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
    classCounts: createFigureReader(pool, readClassCounts),
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
