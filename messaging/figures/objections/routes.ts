import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { objectionRoutes } from '../../contract/figures/objections.ts';
import { answerObjection, listObjections, makeObjection, type Objections } from './objections.ts';

/** Objections to public figures: made by the district, answered by headquarters. */
export function registerObjections(app: FastifyInstance, objections: Objections): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...objectionRoutes.list,
    config: { access: rolesFor('objection.read') },
    handler: ({ caller }) => listObjections(objections, caller),
  });
  routes.route({
    ...objectionRoutes.make,
    config: { access: rolesFor('objection.make') },
    handler: async ({ caller, body }, reply) =>
      reply.code(201).send(await makeObjection(objections, body, caller)),
  });
  routes.route({
    ...objectionRoutes.answer,
    config: { access: rolesFor('objection.answer') },
    handler: ({ caller, params, body }) =>
      answerObjection(objections, { id: params.id, text: body.text }, caller),
  });
}
