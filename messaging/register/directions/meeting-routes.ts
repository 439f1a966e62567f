import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { directionRoutes } from '../../contract/register/directions.ts';
import type { DirectionSources } from './live-register.ts';
import { checkPoint, dropPoint, enterMeeting, readMeeting } from './meetings.ts';
import { listMeetings } from './meetings-sql.ts';

/** Later meetings: headquarters takes minutes in and checks each point. */
export function registerMeetings(app: FastifyInstance, sources: DirectionSources): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('direction.add') };

  routes.route({
    ...directionRoutes.meetings,
    config,
    handler: async () => listMeetings(sources.database.pool),
  });
  routes.route({
    ...directionRoutes.meeting,
    config,
    handler: async ({ params }) => readMeeting(sources, params.id),
  });
  routes.route({
    ...directionRoutes.enterMeeting,
    config,
    handler: async ({ caller, body }, reply) =>
      reply.code(201).send(await enterMeeting(sources, body, caller)),
  });
  routes.route({
    ...directionRoutes.checkPoint,
    config,
    handler: async ({ caller, params, body }) =>
      checkPoint(sources, { ...params, ...body }, caller),
  });
  routes.route({
    ...directionRoutes.dropPoint,
    config,
    handler: async ({ caller, params, body }) => dropPoint(sources, { ...params, ...body }, caller),
  });
}
