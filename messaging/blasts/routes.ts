import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../campaigns/offices/permission.ts';
import { createInstallReader } from '../reports/installs-sql.ts';
import { type BlastDependencies, blastOf, oneBlast } from './blast-request.ts';
import { createBlastViews } from './blast-view.ts';
import { registerBlastCommands } from './command-routes.ts';
import { registerBlastDrafts } from './draft-routes.ts';
import { registerBlastReports } from './report-routes.ts';

/** Drafting, approval and running of blasts, with live figures and cost. */
export function registerBlasts(app: FastifyInstance, dependencies: BlastDependencies): void {
  const { pool } = dependencies.database;
  const views = createBlastViews({ ...dependencies, pool, installs: createInstallReader(pool) });
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const read = { access: rolesFor('blast.read') };

  routes.get(
    '/api/blasts',
    {
      config: read,
      schema: { summary: 'Blasts with figures, cost and scans so far, the newest first' },
    },
    async (request) => views.list(request.actor.district ?? null),
  );
  routes.get(
    '/api/blasts/:id',
    { config: read, schema: { summary: 'A blast with live figures and cost', params: oneBlast } },
    async (request) => views.detail(await blastOf(request, pool, 'blast.read')),
  );
  registerBlastDrafts(app, { ...dependencies, views });
  registerBlastCommands(app, { ...dependencies, views });
  registerBlastReports(app, { ...dependencies, views });
}
