import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { breachRoutes } from '../../contract/people/breaches.ts';
import { type Breach, dueAt } from './breach.ts';
import { type Breaches, changeBreach, recordBreach } from './breaches.ts';
import { listBreaches } from './breaches-sql.ts';

/** The log of breaches for HQ and the administrator. */
export function registerBreaches(app: FastifyInstance, breaches: Breaches): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const recording = { access: rolesFor('breach.record') };
  routes.route({
    ...breachRoutes.list,
    config: { access: rolesFor('breach.read') },
    handler: async () => (await listBreaches(breaches.database.pool)).map(withDue),
  });
  routes.route({
    ...breachRoutes.record,
    config: recording,
    handler: async ({ caller, body }, reply) =>
      reply.code(201).send(withDue(await recordBreach(breaches, body, caller))),
  });
  routes.route({
    ...breachRoutes.change,
    config: recording,
    handler: async ({ caller, params, body }) =>
      withDue(await changeBreach(breaches, { ...params, ...body }, caller)),
  });
}

function withDue(breach: Breach): Breach & { dueAt: Date } {
  return { ...breach, dueAt: dueAt(breach) };
}
