import { z } from 'zod';
import { longestReason } from '../../../campaigns/purchase-orders/purchase-order.ts';
import { paragraph, reference } from '../../../campaigns/text-types.ts';
import { forOfficers, oneId, refusals, route } from '../route.ts';
import { orderContent, orderPlaced } from './purchase-orders.ts';

const request = z.object({
  id: z.int(),
  content: orderContent,
  askedBy: z.string(),
  askedOn: z.iso.date(),
  answer: z
    .object({ lifted: z.boolean(), by: z.string(), reason: z.string() })
    .nullable()
    .describe('HQ’s answer, which it may change until the order is placed'),
});
export type OrderRequest = z.output<typeof request>;

/** While HQ holds printing: what districts want to order all the same, and for which of it HQ lifts the hold. */
export const orderRequestRoutes = {
  list: route({
    method: 'GET',
    url: '/api/order-requests',
    schema: {
      summary: 'Requests that are open: neither withdrawn nor ordered',
      querystring: z.object({ district: reference({ max: 64 }).optional() }),
      response: { 200: z.array(request), ...forOfficers },
    },
  }),
  ask: route({
    method: 'POST',
    url: '/api/order-requests',
    schema: {
      summary: 'Asks HQ to lift its hold on printing for this one order',
      body: orderContent,
      response: { 201: request, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  answer: route({
    method: 'POST',
    url: '/api/order-requests/:id/answer',
    schema: {
      summary: 'HQ lifts its hold for the order, or does not; the later answer counts',
      params: oneId,
      body: z.object({
        lifted: z.boolean(),
        reason: paragraph({ min: 1, max: longestReason }),
      }),
      response: { 200: request, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  withdraw: route({
    method: 'POST',
    url: '/api/order-requests/:id/withdraw',
    schema: {
      summary: 'The district takes its request back',
      params: oneId,
      response: { 200: request, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  order: route({
    method: 'POST',
    url: '/api/order-requests/:id/order',
    schema: {
      summary: 'Places the order as it was asked for, once HQ has lifted its hold for it',
      params: oneId,
      response: orderPlaced,
    },
  }),
};
