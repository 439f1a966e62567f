import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { roles } from '../../../campaigns/offices/role.ts';
import { deputyRoutes } from '../../contract/people/deputies.ts';
import type { Database } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Auth } from './auth.ts';
import { makeDeputy, type OpenWork, standIn, transferWork, withdrawDeputy } from './deputies.ts';
import { listDeputies } from './deputies-sql.ts';
import { sessionToken } from './identify.ts';

/** Deputies and handing over: the administrator arranges them, the deputy begins. */
export function registerDeputies(
  app: FastifyInstance,
  { auth, database, openWork }: { auth: Auth; database: Database; openWork: readonly OpenWork[] },
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const changes = { access: rolesFor('person.change') };

  routes.route({
    ...deputyRoutes.list,
    config: { access: rolesFor('person.read') },
    handler: async () => listDeputies(database.pool),
  });
  routes.route({
    ...deputyRoutes.make,
    config: changes,
    handler: async ({ body, caller }, reply) =>
      reply.code(201).send(await makeDeputy(database, body, caller)),
  });
  routes.route({
    ...deputyRoutes.end,
    config: changes,
    handler: async ({ params, caller }, reply) => {
      await withdrawDeputy(database, params.id, caller);
      return reply.code(204).send();
    },
  });
  routes.route({
    ...deputyRoutes.standIn,
    config: { access: roles },
    handler: async (request, reply) => {
      const token = await sessionToken(auth, request);
      if (token === null) throw new Refusal('sign-in-required');
      await standIn(database, { token, personId: request.body.personId }, request.caller);
      return reply.code(204).send();
    },
  });
  routes.route({
    ...deputyRoutes.transfer,
    config: changes,
    handler: async ({ params, body, caller }) =>
      transferWork({ database, openWork }, { personId: params.id, toId: body.toId }, caller),
  });
}
