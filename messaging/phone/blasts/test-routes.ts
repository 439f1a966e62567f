import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { blastRoutes } from '../../contract/phone/blasts.ts';
import { readTest } from '../ledger/test-messages-sql.ts';
import { type BlastRoutes, requireBlast } from './blast-request.ts';
import { sendTest } from './test-delivery.ts';

/** Trying a blast's text on the officer's own number. */
export function registerBlastTests(app: FastifyInstance, dependencies: BlastRoutes): void {
  const { pool } = dependencies.database;
  app.withTypeProvider<ZodTypeProvider>().route({
    ...blastRoutes.test,
    config: { access: rolesFor('blast.test') },
    handler: async (request) => {
      const blast = await requireBlast(request, pool, 'blast.test');
      const id = await sendTest(dependencies, { blast, ...request.body }, request.caller);
      return { test: await readTest(pool, id) };
    },
  });
}
