import { z } from 'zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { content, line } from '../../../campaigns/text-types.ts';
import { file, forOfficers, instant, oneId, refusals } from '../../contract/route.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { requireBlast } from '../blasts/blast-request.ts';
import { readDeliveries } from './operator-deliveries-sql.ts';
import { type Operators, takePack, takeReport } from './operators.ts';

const sum = z.object({ sent: z.int(), delivered: z.int() });
const deliverySum = z.object({ sms: sum, ivr: sum });
/** Messages and calls that providers reported. */
export type DeliverySum = z.input<typeof deliverySum>;

const keyedSum = deliverySum.extend({ key: z.string() });
/** The sum of one provider, day or district. */
export type KeyedSum = z.input<typeof keyedSum>;

const deliveries = z.object({
  sample: z.boolean().describe('Some of it is sample data'),
  total: deliverySum,
  byOperator: z.array(keyedSum.extend({ recordedAt: instant })),
  byDay: z.array(keyedSum).describe('The latest first'),
  byDistrict: z.array(keyedSum),
});
export type DeliveriesAnswer = z.input<typeof deliveries>;

/** For blasts that a service provider sends itself: the pack for it, and its delivery report. */
export function operatorRoutes(operators: Operators) {
  const { pool } = operators.database;
  const reading = { access: rolesFor('blast.read') };
  return [
    serveRoute({
      method: 'POST',
      url: '/api/blasts/:id/operator-pack.zip',
      schema: {
        summary:
          'Letter, texts, ids, districts, volume and cost for a service provider; that it was taken is on record',
        params: oneId,
        body: z.object({}).default({}),
        response: {
          200: file('application/zip', 'The pack'),
          ...forOfficers,
          ...refusals(404, 409),
        },
      },
      config: reading,
      handler: async (request, reply) => {
        const blast = await requireBlast(request, pool, 'blast.read');
        const pack = await takePack(operators, blast, request.caller);
        return sendDownload(reply, `operator-pack-${blast.id}.zip`, pack);
      },
    }),
    serveRoute({
      method: 'POST',
      url: '/api/operator-reports',
      schema: {
        summary: 'Takes a service provider’s totals by day and district',
        body: z.object({
          operator: line({ min: 1, max: 60 }),
          csv: content({ max: 2_000_000 }),
        }),
        response: { 201: z.object({ rows: z.int() }), ...forOfficers },
      },
      config: { access: rolesFor('blast.run') },
      handler: async ({ caller, body }, reply) =>
        reply.code(201).send({ rows: await takeReport(operators, body, caller) }),
    }),
    serveRoute({
      method: 'GET',
      url: '/api/operator-reports',
      schema: {
        summary: 'What providers reported: in all, by provider, day and district',
        response: { 200: deliveries, ...refusals(401, 403) },
      },
      config: reading,
      handler: async () => readDeliveries(pool),
    }),
  ];
}
