import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { appRequestRoutes } from '../../contract/register/app-requests.ts';
import { appRequests, askForApp, decideOnApp } from './app-requests.ts';
import type { ViewSources } from './direction-views.ts';

/** No app without approval: an office asks, another supports, headquarters decides. */
export function registerAppRequests(app: FastifyInstance, sources: ViewSources): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...appRequestRoutes.list,
    config: { access: rolesFor('direction.read') },
    handler: async ({ actor }) => appRequests(sources, actor),
  });
  routes.route({
    ...appRequestRoutes.ask,
    config: { access: rolesFor('direction.submit') },
    handler: async ({ actor, caller, body }, reply) => {
      await askForApp(sources, caller, body);
      return reply.code(201).send(await appRequests(sources, actor));
    },
  });
  routes.route({
    ...appRequestRoutes.decide,
    config: { access: rolesFor('direction.review') },
    handler: async ({ actor, caller, params, body }) => {
      await decideOnApp(sources, caller, { ...params, ...body });
      return appRequests(sources, actor);
    },
  });
}
