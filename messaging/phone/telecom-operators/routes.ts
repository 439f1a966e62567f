import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { operatorRoutes } from '../../contract/phone/telecom-operators.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { requireBlast } from '../blasts/blast-request.ts';
import { readDeliveries } from './operator-deliveries-sql.ts';
import { type Operators, takePack, takeReport } from './operators.ts';

/** For blasts that a service provider sends itself: the pack for it, and its delivery report. */
export function registerOperators(app: FastifyInstance, operators: Operators): void {
  const { pool } = operators.database;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const reading = { access: rolesFor('blast.read') };

  routes.route({
    ...operatorRoutes.pack,
    config: reading,
    handler: async (request, reply) => {
      const blast = await requireBlast(request, pool, 'blast.read');
      const pack = await takePack(operators, blast, request.caller);
      return sendDownload(reply, `operator-pack-${blast.id}.zip`, pack);
    },
  });
  routes.route({
    ...operatorRoutes.takeReport,
    config: { access: rolesFor('blast.run') },
    handler: async ({ caller, body }, reply) =>
      reply.code(201).send({ rows: await takeReport(operators, body, caller) }),
  });
  routes.route({
    ...operatorRoutes.deliveries,
    config: reading,
    handler: async () => readDeliveries(pool),
  });
}
