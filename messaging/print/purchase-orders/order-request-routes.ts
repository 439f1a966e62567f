import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { orderRequestRoutes } from '../../contract/print/order-requests.ts';
import {
  answerRequest,
  askForOrder,
  listOpenRequests,
  orderRequested,
  withdrawRequest,
} from './order-requests.ts';
import { type Orders, viewOrder } from './orders.ts';

const placing = { access: rolesFor('order.place') };

/** Requests of districts to order while HQ holds printing, and HQ's answers. */
export function registerOrderRequests(app: FastifyInstance, orders: Orders): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...orderRequestRoutes.list,
    config: { access: rolesFor('order.read') },
    handler: ({ actor, query }) => listOpenRequests(orders, query, actor),
  });
  routes.route({
    ...orderRequestRoutes.ask,
    config: placing,
    handler: async (request, reply) => {
      request.require('order.place', request.body.district);
      return reply.code(201).send(await askForOrder(orders, request.body, request.caller));
    },
  });
  routes.route({
    ...orderRequestRoutes.answer,
    config: { access: rolesFor('order.hold') },
    handler: ({ caller, params, body }) => answerRequest(orders, { ...params, ...body }, caller),
  });
  routes.route({
    ...orderRequestRoutes.withdraw,
    config: placing,
    handler: ({ caller, params }) => withdrawRequest(orders, params, caller),
  });
  routes.route({
    ...orderRequestRoutes.order,
    config: placing,
    handler: async ({ actor, caller, params }, reply) => {
      const id = await orderRequested(orders, params, caller);
      return reply.code(201).send(await viewOrder(orders, id, actor));
    },
  });
}
