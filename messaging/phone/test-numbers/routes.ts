import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { testNumberRoutes } from '../../contract/phone/test-numbers.ts';
import {
  confirmTestNumber,
  removeTestNumbers,
  sendTestCode,
  showTestNumber,
  type TestNumbers,
} from './test-numbers.ts';

/** An officer's own number, proven once by a code. */
export function registerTestNumbers(app: FastifyInstance, numbers: TestNumbers): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('blast.test') };

  routes.route({
    ...testNumberRoutes.read,
    config,
    handler: async ({ caller, query }) => showTestNumber(numbers, query.gateway, caller),
  });
  routes.route({
    ...testNumberRoutes.send,
    config,
    handler: async ({ caller, body }) => sendTestCode(numbers, body, caller),
  });
  routes.route({
    ...testNumberRoutes.confirm,
    config,
    handler: async ({ caller, body }) => {
      await confirmTestNumber(numbers, body.code, caller);
      return showTestNumber(numbers, body.gateway, caller);
    },
  });
  routes.route({
    ...testNumberRoutes.delete,
    config,
    handler: async ({ caller }, reply) => {
      await removeTestNumbers(numbers, caller);
      return reply.code(204).send();
    },
  });
}
