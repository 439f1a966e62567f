import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { numberRoutes } from '../../contract/phone/numbers.ts';
import type { Database } from '../../platform/database/database.ts';
import { addOptOut, endOptOut, forgetNumber, readNumber, showOptOuts } from './numbers.ts';

/** One number's history, its deletion, and the list of those who said stop. */
export function registerNumbers(app: FastifyInstance, { pool }: Pick<Database, 'pool'>): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('blast.run') };

  routes.route({
    ...numberRoutes.lookUp,
    config,
    handler: async ({ caller, body }) => readNumber(pool, body.number, caller),
  });
  routes.route({
    ...numberRoutes.delete,
    config,
    handler: async ({ caller, body }) => ({ held: await forgetNumber(pool, body, caller) }),
  });
  routes.route({
    ...numberRoutes.optOuts,
    config,
    handler: async ({ query }) => showOptOuts(pool, query),
  });
  routes.route({
    ...numberRoutes.addOptOut,
    config,
    handler: async ({ caller, body }) => ({ changed: await addOptOut(pool, body.number, caller) }),
  });
  routes.route({
    ...numberRoutes.removeOptOut,
    config,
    handler: async ({ caller, body }) => ({ changed: await endOptOut(pool, body.number, caller) }),
  });
}
