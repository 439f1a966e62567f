import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { appRequestRoutes } from '../../contract/register/app-requests.ts';
import { askForApp, decideOnApp, listSeenAppRequests } from './app-requests.ts';
import type { DirectionSources } from './live-register.ts';

/** No app without approval: an office asks, another supports, headquarters decides. */
export function registerAppRequests(app: FastifyInstance, sources: DirectionSources): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...appRequestRoutes.list,
    config: { access: rolesFor('direction.read') },
    handler: async ({ actor }) => listSeenAppRequests(sources, actor),
  });
  routes.route({
    ...appRequestRoutes.ask,
    config: { access: rolesFor('direction.submit') },
    handler: async ({ actor, caller, body }, reply) => {
      await askForApp(sources, body, caller);
      return reply.code(201).send(await listSeenAppRequests(sources, actor));
    },
  });
  routes.route({
    ...appRequestRoutes.decide,
    config: { access: rolesFor('direction.review') },
    handler: async ({ actor, caller, params, body }) => {
      await decideOnApp(sources, { ...params, ...body }, caller);
      return listSeenAppRequests(sources, actor);
    },
  });
}
