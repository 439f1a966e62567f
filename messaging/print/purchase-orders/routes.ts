import { z } from 'zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { parcelMarks, readParcelCode } from '../../../campaigns/print/purchase-orders/parcel.ts';
import {
  longestReason,
  type OrderPaper,
  orderPapers,
  reprintReasons,
} from '../../../campaigns/print/purchase-orders/purchase-order.ts';
import { paragraph, reference } from '../../../campaigns/text-types.ts';
import { file, limit, oneId, refusals } from '../../contract/route.ts';
import { type OrderFormat, orderFormats } from '../../contract/values.ts';
import { type ActOutcome, answerAct } from '../../kit/held-acts.ts';
import type { PaperPress } from '../../platform/documents/papers.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { writeOrderPaper } from './order-papers.ts';
import { parcelView } from './order-view.ts';
import {
  cancelOrder,
  holdOrder,
  listSummaries,
  type Orders,
  placeOrder,
  releaseOrder,
  reprintLine,
  requireDistrict,
  viewOrder,
} from './orders.ts';
import { boardParcels, findParcel } from './orders-sql.ts';
import { markParcel } from './parcel-marks.ts';
import {
  boardDates,
  detail,
  district as districtSchema,
  orderContent,
  orderDone,
  orderHeld,
  orderPlaced,
  parcel as parcelSchema,
  quantity,
  reason,
  summary,
  vendorLink,
} from './purchase-orders-schemas.ts';
import { listLinkViews, makeLink, revokeLink, type VendorLinks } from './vendor-links.ts';
import { findLink } from './vendor-links-sql.ts';

export interface PurchaseOrderDependencies extends Orders, VendorLinks {
  campaign: Campaign;
  decoders: PaperPress;
}

/** Purchase orders for officers: the district orders, HQ sees all and may hold. */
export function orderRoutes(orders: PurchaseOrderDependencies) {
  return [
    serveRoute('GET /api/purchase-orders', {
      summary: 'Purchase orders, the latest first',
      querystring: z.object({
        district: districtSchema.optional(),
        station: reference({ max: 80 }).optional().describe('Only those with a line for it'),
        limit,
      }),
      response: { 200: z.array(summary) },
      may: 'order.read',
      handler: ({ actor, query }) => listSummaries(orders, query, actor),
    }),
    serveRoute('GET /api/purchase-orders/:id', {
      summary: 'An order with its lines and parcels',
      params: oneId,
      response: { 200: detail, ...refusals(404) },
      may: 'order.read',
      handler: ({ actor, params }) => viewOrder(orders, params.id, actor),
    }),
    serveRoute('POST /api/purchase-orders', {
      summary: 'Orders files as they now are, one parcel for each station',
      body: orderContent,
      response: orderPlaced,
      may: 'order.place',
      handler: async (request, reply) => {
        request.require('order.place', request.body.district);
        const outcome = await placeOrder(orders, request.body, request.caller);
        return answerAct(reply, outcome, async (id) =>
          reply.code(201).send(await viewOrder(orders, id, request.actor)),
        );
      },
    }),
    serveRoute('POST /api/purchase-orders/:id/reprint', {
      summary: 'Orders one line once more, by the file as it now is and in a parcel of its own',
      params: oneId,
      body: z
        .object({
          line: z.int().positive(),
          reason: z.enum(reprintReasons),
          remark: paragraph({ max: longestReason }).default(''),
          quantity: quantity.optional(),
        })
        .refine((given) => given.reason !== 'other' || given.remark !== '', {
          path: ['remark'],
          message: 'Expected words for the reason `other`, got none',
        }),
      response: orderDone,
      may: 'order.place',
      handler: async ({ actor, caller, params, body }) => {
        await reprintLine(orders, { ...params, ...body }, caller);
        return viewOrder(orders, params.id, actor);
      },
    }),
    serveRoute('POST /api/purchase-orders/:id/hold', {
      summary: 'HQ holds an order, or lets it go on',
      params: oneId,
      body: z.discriminatedUnion('held', [
        z.object({ held: z.literal(true), reason }),
        z.object({ held: z.literal(false) }),
      ]),
      response: orderHeld,
      may: 'order.hold',
      handler: async ({ actor, caller, params: { id }, body }, reply) => {
        const outcome: ActOutcome<void> = body.held
          ? await holdOrder(orders, { id, reason: body.reason }, caller)
          : { kind: 'done', result: await releaseOrder(orders, id, caller) };
        return answerAct(reply, outcome, () => viewOrder(orders, id, actor));
      },
    }),
    serveRoute('POST /api/purchase-orders/:id/cancel', {
      summary: 'Cancels an order of which nothing has left',
      params: oneId,
      body: z.object({ reason }),
      response: orderDone,
      may: 'order.place',
      handler: async ({ actor, caller, params, body }) => {
        await cancelOrder(orders, { ...params, ...body }, caller);
        return viewOrder(orders, params.id, actor);
      },
    }),
    serveRoute('GET /api/purchase-orders/:id/papers/:paper', {
      summary: 'The order sheet (PDF, DOCX, XLSX), its labels, packing list and challans (PDF)',
      params: oneId.extend({ paper: z.enum(orderPapers) }),
      querystring: z.object({ format: z.enum(orderFormats).default('pdf') }),
      response: { 200: file('application/octet-stream', 'The paper'), ...refusals(404) },
      may: 'order.read',
      handler: async ({ actor, params, query }, reply) => {
        const { name, bytes } = await findOrderPaper(orders, { ...params, ...query }, actor);
        return sendDownload(reply, name, bytes);
      },
    }),
  ];
}

/** Parcels on their way, and the links by which printers work. */
export function parcelRoutes(orders: PurchaseOrderDependencies) {
  return [
    markRoute(orders, 'mark', 'Marks a parcel as dispatched or received'),
    markRoute(orders, 'undo', 'Takes the latest mark of a parcel back'),
    serveRoute('GET /api/board-dates', {
      summary: 'When each ordered board of a district was dispatched, received and hung',
      querystring: z.object({ district: districtSchema }),
      response: { 200: z.array(boardDates) },
      may: 'activity.read',
      handler: ({ query: { district } }) => boardParcels(orders.database.pool, district),
    }),
    serveRoute('GET /api/vendor-links', {
      summary: 'Vendor links of a district and what was taken by them',
      querystring: z.object({ district: districtSchema }),
      response: { 200: z.array(vendorLink) },
      may: 'order.read',
      handler: ({ query: { district } }) => listLinkViews(orders, district),
    }),
    serveRoute('POST /api/vendor-links', {
      summary: 'Makes a vendor link; its address is shown this once',
      body: z.object({
        district: districtSchema,
        order: z.int().positive().nullable().default(null),
        days: z.int().min(1).max(180).default(30),
      }),
      response: { 201: z.object({ url: z.string(), link: vendorLink }), ...refusals(404, 409) },
      may: 'order.place',
      config: { hourly: 60 },
      handler: async (request) => {
        request.require('order.place', request.body.district);
        return makeLink(orders, request.body, request.caller);
      },
    }),
    serveRoute('POST /api/vendor-links/:id/revoke', {
      summary: 'Ends a vendor link',
      params: oneId,
      response: { 200: vendorLink, ...refusals(404) },
      may: 'order.place',
      handler: async ({ actor, caller, params }) => {
        const link = await findLink(orders.database.pool, params.id);
        if (link === undefined) throw new Refusal('not-found');
        requireDistrict(orders.directory, link.district, { actor, action: 'order.place' });
        return revokeLink(orders, link, caller);
      },
    }),
  ];
}

function markRoute<const Step extends 'mark' | 'undo'>(
  orders: PurchaseOrderDependencies,
  step: Step,
  summary: string,
) {
  return serveRoute(`POST ${`/api/parcels/:code/${step}` as const}`, {
    summary,
    params: z.object({ code: reference({ max: 20 }) }),
    body: z.object({ mark: z.enum(parcelMarks) }),
    response: { 200: parcelSchema, ...refusals(404, 409) },
    may: 'parcel.receive',
    handler: async ({ actor, id: requestId, params, body: { mark } }) => {
      const { code } = await findOwnParcel(orders, params.code, actor);
      const marking = { mark, undo: step === 'undo' };
      return parcelView(await markParcel(orders, code, marking, { marker: { actor }, requestId }));
    },
  });
}

async function findOrderPaper(
  orders: PurchaseOrderDependencies,
  { id, paper, format }: { id: number; paper: OrderPaper; format: OrderFormat },
  actor: Actor,
) {
  const { campaign, publicUrl, decoders } = orders;
  const order = { ...(await viewOrder(orders, id, actor)), campaign, publicUrl };
  const written = await writeOrderPaper(decoders, { paper, format, order, account: actor.id });
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
