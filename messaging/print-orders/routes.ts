import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Directory } from '../../campaigns/directory/station.ts';
import { roles } from '../../campaigns/offices/role.ts';
import { type PrintOrderState, type PrintQueue, printOrderFormats } from './print-queue.ts';

const params = z.object({
  district: z.string(),
  station: z.string(),
  format: z.enum(printOrderFormats),
});

/** TIFF and JPEG of a board on demand: POST orders one, GET says how far it is. For every officer, in the own area. */
export function registerPrintOrders(
  app: FastifyInstance,
  { printQueue, directory }: { printQueue: PrintQueue; directory: Directory },
): void {
  const url = '/api/print-orders/:district/:station/:format';
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const known = (wanted: { district: string; station: string }) =>
    directory.stations.some(
      ({ id, district }) => id === wanted.station && district === wanted.district,
    );
  routes.post(
    url,
    {
      config: { access: roles },
      schema: { summary: "Order a station's board as TIFF or JPEG", params },
    },
    async (request, reply) => {
      if (!known(request.params)) return reply.callNotFound();
      const state = await printQueue.order(request.params);
      return reply.code(statusOf(state)).send(state);
    },
  );
  routes.get(
    url,
    { config: { access: roles }, schema: { summary: 'How far an ordered board is', params } },
    async (request, reply) => {
      if (!known(request.params)) return reply.callNotFound();
      return printQueue.stateOf(request.params);
    },
  );
}

function statusOf({ state }: PrintOrderState): number {
  if (state === 'full') return 503;
  return state === 'ready' ? 200 : 202;
}
