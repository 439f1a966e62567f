import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { blastRoutes } from '../../contract/phone/blasts.ts';
import { createInstallReader } from '../../figures/reports/installs-sql.ts';
import { readDistrictFigures } from '../ledger/tallies-sql.ts';
import { type BlastDependencies, requireBlast } from './blast-request.ts';
import { type BlastViews, createFigureReader, showBlast, showBlasts } from './blast-view.ts';
import { readClassCounts } from './classes-sql.ts';
import { registerBlastCommands } from './command-routes.ts';
import { registerBlastDrafts } from './draft-routes.ts';
import { registerDryRun } from './dry-run-routes.ts';
import { createEstimates } from './estimates.ts';
import { registerBlastReports } from './report-routes.ts';
import { registerSeries } from './series-routes.ts';
import { registerTargetGroups } from './target-group-routes.ts';
import { registerBlastTests } from './test-routes.ts';

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
  for (const register of [
    registerBlastDrafts,
    registerDryRun,
    registerBlastCommands,
    registerBlastTests,
    registerBlastReports,
    registerTargetGroups,
    registerSeries,
  ]) {
    register(app, { ...dependencies, views });
  }
}
