import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { directionRoutes } from '../../contract/register/directions.ts';
import type { Database } from '../../platform/database/database.ts';
import type { MeetingBook } from './meeting-book.ts';
import { listMeetings } from './meetings-sql.ts';

/** Later meetings: headquarters takes minutes in and checks each point. */
export function registerMeetings(
  app: FastifyInstance,
  { database, meetings }: { database: Database; meetings: MeetingBook },
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('direction.add') };

  routes.route({
    ...directionRoutes.meetings,
    config,
    handler: async () => listMeetings(database.pool),
  });
  routes.route({
    ...directionRoutes.meeting,
    config,
    handler: async ({ params }) => meetings.read(params.id),
  });
  routes.route({
    ...directionRoutes.enterMeeting,
    config,
    handler: async ({ caller, body }, reply) =>
      reply.code(201).send(await meetings.enter(caller, body)),
  });
  routes.route({
    ...directionRoutes.checkPoint,
    config,
    handler: async ({ caller, params, body: { version, terms } }) =>
      meetings.check(caller, { ...params, version }, terms),
  });
  routes.route({
    ...directionRoutes.dropPoint,
    config,
    handler: async ({ caller, params, body: { version, dropped } }) =>
      meetings.drop(caller, { ...params, version }, dropped),
  });
}
