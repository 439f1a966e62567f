import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { readParcelCode } from '../../../campaigns/purchase-orders/parcel.ts';
import type { OrderPaper } from '../../../campaigns/purchase-orders/purchase-order.ts';
import { purchaseOrderRoutes } from '../../contract/print/purchase-orders.ts';
import type { OrderFormat } from '../../contract/values.ts';
import type { PaperPress } from '../../platform/documents/papers.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { writePaper } from './order-papers.ts';
import { parcelView } from './order-view.ts';
import {
  cancelOrder,
  holdOrder,
  listSummaries,
  type Orders,
  placeOrder,
  reprintLine,
  requireDistrict,
  viewOrder,
} from './orders.ts';
import { boardParcels, findParcel } from './orders-sql.ts';
import { markParcel, unmarkParcel } from './parcel-marks.ts';
import { listLinkViews, makeLink, revokeLink, type VendorLinks } from './vendor-links.ts';
import { findLink } from './vendor-links-sql.ts';

export interface PurchaseOrderDependencies extends Orders, VendorLinks {
  campaign: Campaign;
  decoders: PaperPress;
}

const reading = { access: rolesFor('order.read') };
const placing = { access: rolesFor('order.place') };
const receiving = { access: rolesFor('parcel.receive') };

/** Purchase orders for officers: the district orders, HQ sees all and may hold. */
export function registerOrders(app: FastifyInstance, orders: PurchaseOrderDependencies): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...purchaseOrderRoutes.list,
    config: reading,
    handler: ({ actor, query }) => listSummaries(orders, query, actor),
  });
  routes.route({
    ...purchaseOrderRoutes.read,
    config: reading,
    handler: ({ actor, params }) => viewOrder(orders, params.id, actor),
  });
  routes.route({
    ...purchaseOrderRoutes.place,
    config: placing,
    handler: async (request, reply) => {
      request.require('order.place', request.body.district);
      const id = await placeOrder(orders, request.body, request.caller);
      return reply.code(201).send(await viewOrder(orders, id, request.actor));
    },
  });
  routes.route({
    ...purchaseOrderRoutes.reprint,
    config: placing,
    handler: async ({ actor, caller, params, body }) => {
      await reprintLine(orders, { ...params, ...body }, caller);
      return viewOrder(orders, params.id, actor);
    },
  });
  routes.route({
    ...purchaseOrderRoutes.hold,
    config: { access: rolesFor('order.hold') },
    handler: async ({ actor, caller, params, body }) => {
      await holdOrder(orders, { ...params, reason: body.held ? body.reason : null }, caller);
      return viewOrder(orders, params.id, actor);
    },
  });
  routes.route({
    ...purchaseOrderRoutes.cancel,
    config: placing,
    handler: async ({ actor, caller, params, body }) => {
      await cancelOrder(orders, { ...params, ...body }, caller);
      return viewOrder(orders, params.id, actor);
    },
  });
  routes.route({
    ...purchaseOrderRoutes.paper,
    config: reading,
    handler: async ({ actor, params, query }, reply) => {
      const { name, bytes } = await writeOrderPaper(orders, { ...params, ...query }, actor);
      return sendDownload(reply, name, bytes);
    },
  });
}

/** Parcels on their way, and the links by which printers work. */
export function registerParcels(app: FastifyInstance, orders: PurchaseOrderDependencies): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...purchaseOrderRoutes.mark,
    config: receiving,
    handler: async ({ actor, id: requestId, params, body: { mark } }) => {
      const { code } = await findOwnParcel(orders, params.code, actor);
      return parcelView(await markParcel(orders, { code, mark }, { marker: { actor }, requestId }));
    },
  });
  routes.route({
    ...purchaseOrderRoutes.unmark,
    config: receiving,
    handler: async ({ actor, id: requestId, params, body: { mark } }) => {
      const { code } = await findOwnParcel(orders, params.code, actor);
      const by = { marker: { actor }, requestId };
      return parcelView(await unmarkParcel(orders, { code, mark }, by));
    },
  });
  routes.route({
    ...purchaseOrderRoutes.boardDates,
    config: { access: rolesFor('activity.read') },
    handler: ({ query: { district } }) => boardParcels(orders.database.pool, district),
  });
  routes.route({
    ...purchaseOrderRoutes.links,
    config: reading,
    handler: ({ query: { district } }) => listLinkViews(orders, district),
  });
  routes.route({
    ...purchaseOrderRoutes.makeLink,
    config: placing,
    handler: async (request, reply) => {
      request.require('order.place', request.body.district);
      return reply.code(201).send(await makeLink(orders, request.body, request.caller));
    },
  });
  routes.route({
    ...purchaseOrderRoutes.revokeLink,
    config: placing,
    handler: async ({ actor, caller, params }) => {
      const link = await findLink(orders.database.pool, params.id);
      if (link === undefined) throw new Refusal('not-found');
      requireDistrict(orders.directory, link.district, { actor, action: 'order.place' });
      return revokeLink(orders, link, caller);
    },
  });
}

async function writeOrderPaper(
  orders: PurchaseOrderDependencies,
  { id, paper, format }: { id: number; paper: OrderPaper; format: OrderFormat },
  actor: Actor,
) {
  const { campaign, publicUrl, decoders } = orders;
  const order = { ...(await viewOrder(orders, id, actor)), campaign, publicUrl };
  const written = await writePaper(decoders, { paper, format, order, account: actor.id });
  if (written === undefined) throw new Refusal('not-found');
  return written;
}

/** A parcel of the officer's own district; another one is not there. */
async function findOwnParcel({ database, directory }: Orders, typed: string, actor: Actor) {
  const code = readParcelCode(typed);
  const parcel = code === undefined ? undefined : await findParcel(database.pool, code);
  if (parcel === undefined) throw new Refusal('not-found');
  requireDistrict(directory, parcel.district, { actor, action: 'parcel.receive' });
  return parcel;
}
