import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { closedCodeRoutes } from '../../contract/scanning/closed-codes.ts';
import { type ClosedCodeOptions, closeCode, listClosedCodes, openCode } from './closed-codes.ts';

export function registerClosedCodes(api: FastifyInstance, options: ClosedCodeOptions): void {
  const routes = api.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('code.close') };
  routes.route({
    ...closedCodeRoutes.list,
    config,
    handler: ({ caller }) => listClosedCodes(options, caller),
  });
  routes.route({
    ...closedCodeRoutes.close,
    config,
    handler: async ({ caller, body }, reply) => {
      await closeCode(options, body, caller);
      return reply.code(204).send();
    },
  });
  routes.route({
    ...closedCodeRoutes.open,
    config,
    handler: async ({ caller, body }, reply) => {
      await openCode(options, body, caller);
      return reply.code(204).send();
    },
  });
}
