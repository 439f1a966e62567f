import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { titledRoles } from '../../../campaigns/offices/role.ts';
import { printOrderRoutes } from '../../contract/print/print-orders.ts';
import type { PrintQueue } from './print-queue.ts';

/** TIFF and JPEG of a board on demand: POST orders one, GET says how far it is. For every officer, in the own area. */
export function registerPrintOrders(
  app: FastifyInstance,
  { printQueue, directory }: { printQueue: PrintQueue; directory: Directory },
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const known = (order: { district: string; station: string }) =>
    directory.stations.some(
      ({ id, district }) => id === order.station && district === order.district,
    );
  routes.route({
    ...printOrderRoutes.order,
    config: { access: titledRoles },
    handler: async (request, reply) => {
      if (!known(request.params)) return reply.callNotFound();
      const state = await printQueue.order(request.params, request.actor);
      return reply.code(state.state === 'ready' ? 200 : 202).send(state);
    },
  });
  routes.route({
    ...printOrderRoutes.read,
    config: { access: titledRoles },
    handler: async (request, reply) => {
      if (!known(request.params)) return reply.callNotFound();
      return printQueue.findState(request.params);
    },
  });
}
