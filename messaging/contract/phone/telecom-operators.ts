import { z } from 'zod';
import { content, line } from '../../../campaigns/text-types.ts';
import { file, forOfficers, instant, oneId, refusals, route } from '../route.ts';

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
export const operatorRoutes = {
  pack: route({
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
  }),
  takeReport: route({
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
  }),
  deliveries: route({
    method: 'GET',
    url: '/api/operator-reports',
    schema: {
      summary: 'What providers reported: in all, by provider, day and district',
      response: { 200: deliveries, ...refusals(401, 403) },
    },
  }),
};
