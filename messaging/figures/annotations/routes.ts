import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { annotationRoutes } from '../../contract/figures/annotations.ts';
import {
  type Annotations,
  enterEvent,
  enterOutcome,
  listAnnotations,
  removeEvent,
  removeOutcome,
} from './annotations.ts';

/** Marks on the curve and service outcomes: entered and taken back by headquarters, each in the audit log. */
export function registerAnnotations(app: FastifyInstance, annotations: Annotations): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('annotation.write') };

  routes.route({
    ...annotationRoutes.list,
    config,
    handler: async () => listAnnotations(annotations),
  });
  routes.route({
    ...annotationRoutes.addEvent,
    config,
    handler: async ({ caller, body }, reply) =>
      reply.code(201).send(await enterEvent(annotations, body, caller)),
  });
  routes.route({
    ...annotationRoutes.removeEvent,
    config,
    handler: async ({ caller, params }, reply) => {
      await removeEvent(annotations, params.id, caller);
      return reply.code(204).send();
    },
  });
  routes.route({
    ...annotationRoutes.addOutcome,
    config,
    handler: async ({ caller, body }, reply) =>
      reply.code(201).send(await enterOutcome(annotations, body, caller)),
  });
  routes.route({
    ...annotationRoutes.removeOutcome,
    config,
    handler: async ({ caller, params }, reply) => {
      await removeOutcome(annotations, params.id, caller);
      return reply.code(204).send();
    },
  });
}
