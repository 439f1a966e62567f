import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { type Action, can, covers, rolesFor } from '../../../campaigns/offices/permission.ts';
import { readParcelCode } from '../../../campaigns/purchase-orders/parcel.ts';
import { purchaseOrderRoutes } from '../../contract/print/purchase-orders.ts';
import type { Database } from '../../platform/database/database.ts';
import type { PaperPress } from '../../platform/documents/papers.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { OrderBook } from './order-book.ts';
import { writePaper } from './order-papers.ts';
import { parcelView, summariseOrder } from './order-view.ts';
import { boardParcels, findParcel, listOrders, readLines, readParcels } from './orders-sql.ts';
import type { ParcelMarks } from './parcel-marks.ts';
import type { VendorLinks } from './vendor-links.ts';

export interface PurchaseOrderDependencies {
  database: Pick<Database, 'pool'>;
  directory: Directory;
  campaign: Campaign;
  publicUrl: string;
  book: OrderBook;
  marks: ParcelMarks;
  links: VendorLinks;
  decoders: PaperPress;
}

const reading = { access: rolesFor('order.read') };
const placing = { access: rolesFor('order.place') };
const receiving = { access: rolesFor('parcel.receive') };

/** Purchase orders for officers: the district orders and receives, HQ sees all and may hold. */
export function registerPurchaseOrders(
  app: FastifyInstance,
  dependencies: PurchaseOrderDependencies,
): void {
  const { database, directory, campaign, publicUrl, book, marks, links, decoders } = dependencies;
  const { pool } = database;
  const { districts } = directory;
  const routes = app.withTypeProvider<ZodTypeProvider>();

  function mustBeAllowed(actor: Actor, action: Action, id: string) {
    const district = districts.find((each) => each.id === id);
    if (district === undefined || !can(actor, action, district)) throw new Refusal('not-found');
    return district;
  }

  /** A parcel of the officer's own district; another one is not there. */
  async function ownParcel(actor: Actor, typed: string) {
    const code = readParcelCode(typed);
    const parcel = code === undefined ? undefined : await findParcel(pool, code);
    if (parcel === undefined) throw new Refusal('not-found');
    mustBeAllowed(actor, 'parcel.receive', parcel.district);
    return parcel;
  }

  routes.route({
    ...purchaseOrderRoutes.list,
    config: reading,
    handler: async ({ actor, query: { district, limit } }) => {
      const own = districts
        .filter((each) => covers(actor, each) && (district === undefined || each.id === district))
        .map(({ id }) => id);
      const orders = await listOrders(pool, own, limit);
      const ids = orders.map(({ id }) => id);
      const lines = Map.groupBy(await readLines(pool, ids), ({ orderId }) => orderId);
      const parcels = Map.groupBy(await readParcels(pool, ids), ({ orderId }) => orderId);
      return orders.map((order) =>
        summariseOrder(order, lines.get(order.id) ?? [], parcels.get(order.id) ?? []),
      );
    },
  });
  routes.route({
    ...purchaseOrderRoutes.read,
    config: reading,
    handler: async ({ actor, params }) => book.read(actor, params.id),
  });
  routes.route({
    ...purchaseOrderRoutes.place,
    config: placing,
    handler: async (request, reply) => {
      const { actor, body, id: requestId } = request;
      request.require('order.place', body.district);
      const id = await book.place({ actor, requestId }, body);
      return reply.code(201).send(await book.read(actor, id));
    },
  });
  routes.route({
    ...purchaseOrderRoutes.reprint,
    config: placing,
    handler: async ({ actor, caller, params, body }) => {
      await book.reprint(caller, params.id, body);
      return book.read(actor, params.id);
    },
  });
  routes.route({
    ...purchaseOrderRoutes.hold,
    config: { access: rolesFor('order.hold') },
    handler: async ({ actor, caller, params, body }) => {
      await book.hold(caller, params.id, body.held ? body.reason : null);
      return book.read(actor, params.id);
    },
  });
  routes.route({
    ...purchaseOrderRoutes.cancel,
    config: placing,
    handler: async ({ actor, caller, params, body: { reason } }) => {
      await book.cancel(caller, params.id, reason);
      return book.read(actor, params.id);
    },
  });
  routes.route({
    ...purchaseOrderRoutes.paper,
    config: reading,
    handler: async ({ actor, params: { id, paper }, query: { format } }, reply) => {
      const { order, lines } = await book.read(actor, id);
      const { district } = await book.see(actor, id);
      const given = { order, lines, district, campaign, publicUrl };
      const wanted = { paper, format, order: given, account: actor.id };
      const written = await writePaper(decoders, wanted);
      if (written === undefined) throw new Refusal('not-found');
      return sendDownload(reply, written.name, written.bytes);
    },
  });
  routes.route({
    ...purchaseOrderRoutes.mark,
    config: receiving,
    handler: async ({ actor, id: requestId, params, body: { mark } }) => {
      const { code } = await ownParcel(actor, params.code);
      return parcelView(await marks.mark(code, mark, { marker: { actor }, requestId }));
    },
  });
  routes.route({
    ...purchaseOrderRoutes.unmark,
    config: receiving,
    handler: async ({ actor, id: requestId, params, body: { mark } }) => {
      const { code } = await ownParcel(actor, params.code);
      return parcelView(await marks.undo(code, mark, { marker: { actor }, requestId }));
    },
  });
  routes.route({
    ...purchaseOrderRoutes.boardDates,
    config: { access: rolesFor('activity.read') },
    handler: async ({ query: { district } }) =>
      (await boardParcels(pool, district)).map(
        ({ station, code, dispatchedAt, receivedAt, hungOn }) => ({
          ...{ station, code, dispatchedAt, receivedAt, hungOn },
        }),
      ),
  });
  routes.route({
    ...purchaseOrderRoutes.links,
    config: reading,
    handler: async ({ query: { district } }) => links.list(district),
  });
  routes.route({
    ...purchaseOrderRoutes.makeLink,
    config: placing,
    handler: async (request, reply) => {
      const { actor, body, id: requestId } = request;
      request.require('order.place', body.district);
      return reply.code(201).send(await links.make({ actor, requestId }, body));
    },
  });
  routes.route({
    ...purchaseOrderRoutes.revokeLink,
    config: placing,
    handler: async ({ actor, caller, params }) => {
      const link = await links.find(params.id);
      if (link === undefined) throw new Refusal('not-found');
      mustBeAllowed(actor, 'order.place', link.district);
      return links.revoke(caller, link);
    },
  });
}
