import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { blastSeriesRoutes } from '../../contract/phone/blasts.ts';
import { type BlastRoutes, requireBlast } from './blast-request.ts';
import { showBlast } from './blast-view.ts';
import { skipRound, stopSeries } from './series-commands.ts';

/** Skipping a round of an approved series, and stopping it whole. */
export function registerSeries(app: FastifyInstance, dependencies: BlastRoutes): void {
  const { database, views } = dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('blast.run') };
  routes.route({
    ...blastSeriesRoutes.skip,
    config,
    handler: async (request) => {
      const blast = await requireBlast(request, database.pool, 'blast.run');
      const { number } = request.body;
      await skipRound(dependencies, { blast, number }, request.caller);
      return showBlast(views, blast, request.actor);
    },
  });
  routes.route({
    ...blastSeriesRoutes.stop,
    config,
    handler: async (request) => {
      const blast = await requireBlast(request, database.pool, 'blast.run');
      await stopSeries(dependencies, blast, request.caller);
      const stopped = await requireBlast(request, database.pool, 'blast.run');
      return showBlast(views, stopped, request.actor);
    },
  });
}
