import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { blastRoutes } from '../../contract/phone/blasts.ts';
import { createInstallReader } from '../../figures/reports/installs-sql.ts';
import { type BlastDependencies, requireBlast } from './blast-request.ts';
import { createBlastViews } from './blast-view.ts';
import { registerBlastCommands } from './command-routes.ts';
import { registerBlastDrafts } from './draft-routes.ts';
import { registerDryRun } from './dry-run-routes.ts';
import { registerBlastReports } from './report-routes.ts';
import { registerBlastTests } from './test-routes.ts';

/** Drafting, approval and running of blasts, with live figures and cost. */
export function registerBlasts(app: FastifyInstance, dependencies: BlastDependencies): void {
  const { pool } = dependencies.database;
  const views = createBlastViews({ ...dependencies, pool, installs: createInstallReader(pool) });
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const read = { access: rolesFor('blast.read') };

  routes.route({
    ...blastRoutes.list,
    config: read,
    handler: async (request) => views.list(request.actor),
  });
  routes.route({
    ...blastRoutes.read,
    config: read,
    handler: async (request) =>
      views.detail(await requireBlast(request, pool, 'blast.read'), request.actor),
  });
  registerBlastDrafts(app, { ...dependencies, views });
  registerDryRun(app, { ...dependencies, views });
  registerBlastCommands(app, { ...dependencies, views });
  registerBlastTests(app, { ...dependencies, views });
  registerBlastReports(app, { ...dependencies, views });
}
