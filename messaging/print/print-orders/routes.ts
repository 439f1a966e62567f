import type { Directory } from '../../../campaigns/directory/station.ts';
import { titledRoles } from '../../../campaigns/offices/role.ts';
import { refusals } from '../../contract/route.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { type PrintQueue, params, printOrderState, url } from './print-queue.ts';

/** TIFF and JPEG of a board on demand: POST orders one, GET says how far it is. For every officer, in the own area. */
export function printOrderRoutes({
  printQueue,
  directory,
}: {
  printQueue: PrintQueue;
  directory: Directory;
}) {
  const known = (order: { district: string; station: string }) =>
    directory.stations.some(
      ({ id, district }) => id === order.station && district === order.district,
    );
  return [
    serveRoute(`POST ${url}`, {
      summary: "Order a station's board as TIFF or JPEG",
      params,
      response: {
        200: printOrderState.describe('It is there already'),
        202: printOrderState.describe('It is on its way'),
        ...refusals(404, 429),
      },
      config: { access: titledRoles },
      handler: async (request, reply) => {
        if (!known(request.params)) return reply.callNotFound();
        const state = await printQueue.order(request.params, request.actor);
        return reply.code(state.state === 'ready' ? 200 : 202).send(state);
      },
    }),
    serveRoute(`GET ${url}`, {
      summary: 'How far an ordered board is',
      params,
      response: { 200: printOrderState, ...refusals(404) },
      config: { access: titledRoles },
      handler: async (request, reply) => {
        if (!known(request.params)) return reply.callNotFound();
        return printQueue.findState(request.params);
      },
    }),
  ];
}
