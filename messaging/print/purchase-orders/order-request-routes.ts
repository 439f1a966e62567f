import { z } from 'zod';
import { longestReason } from '../../../campaigns/print/purchase-orders/purchase-order.ts';
import { paragraph, reference } from '../../../campaigns/text-types.ts';
import { oneId, refusals } from '../../contract/route.ts';
import { answerAct } from '../../kit/held-acts.ts';
import { heldAnswer } from '../../people/held-acts/held-acts-schemas.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import {
  answerRequest,
  askForOrder,
  listOpenRequests,
  orderRequested,
  withdrawRequest,
} from './order-requests.ts';
import { type Orders, viewOrder } from './orders.ts';
import { orderContent, orderPlaced, orderRequest } from './purchase-orders-schemas.ts';

/** Requests of districts to order while HQ holds printing, and HQ's answers. */
export function orderRequestRoutes(orders: Orders) {
  return [
    serveRoute('GET /api/order-requests', {
      summary: 'Requests that are open: neither withdrawn nor ordered',
      querystring: z.object({ district: reference({ max: 64 }).optional() }),
      response: { 200: z.array(orderRequest) },
      may: 'order.read',
      handler: ({ actor, query }) => listOpenRequests(orders, query, actor),
    }),
    serveRoute('POST /api/order-requests', {
      summary: 'Asks HQ to lift its hold on printing for this one order',
      body: orderContent,
      response: { 201: orderRequest, ...refusals(404, 409) },
      may: 'order.place',
      config: { hourly: 40 },
      handler: async (request) => {
        request.require('order.place', request.body.district);
        return askForOrder(orders, request.body, request.caller);
      },
    }),
    serveRoute('POST /api/order-requests/:id/answer', {
      summary: 'HQ lifts its hold for the order, or does not; the later answer counts',
      params: oneId,
      body: z.object({
        lifted: z.boolean(),
        reason: paragraph({ min: 1, max: longestReason }),
      }),
      response: { 200: orderRequest, 202: heldAnswer, ...refusals(404, 409) },
      may: 'order.hold',
      handler: async ({ caller, params, body }, reply) =>
        answerAct(
          reply,
          await answerRequest(orders, { ...params, ...body }, caller),
          (done) => done,
        ),
    }),
    serveRoute('POST /api/order-requests/:id/withdraw', {
      summary: 'The district takes its request back',
      params: oneId,
      response: { 200: orderRequest, ...refusals(404, 409) },
      may: 'order.place',
      handler: ({ caller, params }) => withdrawRequest(orders, params, caller),
    }),
    serveRoute('POST /api/order-requests/:id/order', {
      summary: 'Places the order as it was asked for, once HQ has lifted its hold for it',
      params: oneId,
      response: orderPlaced,
      may: 'order.place',
      handler: async ({ actor, caller, params }, reply) =>
        answerAct(reply, await orderRequested(orders, params, caller), async (id) =>
          reply.code(201).send(await viewOrder(orders, id, actor)),
        ),
    }),
  ];
}
