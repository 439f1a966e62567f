import { z } from 'zod';
import { isGstin } from '../../../campaigns/purchase-orders/gstin.ts';
import { parcelMarks, parcelStates } from '../../../campaigns/purchase-orders/parcel.ts';
import {
  longestAddress,
  longestPlace,
  longestReason,
  longestVendor,
  mostGstPercent,
  mostLines,
  mostQuantity,
  mostRatePaise,
  orderPapers,
  orderUnits,
  reprintReasons,
} from '../../../campaigns/purchase-orders/purchase-order.ts';
import { line, paragraph, reference, textKinds } from '../../../campaigns/text-types.ts';
import { bilingual, file, forOfficers, instant, limit, oneId, refusals, route } from '../route.ts';
import { orderFormats, sheetFormats } from '../values.ts';

const district = reference({ max: 64 });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const quantity = z.int().min(1).max(mostQuantity);
const reason = paragraph({ min: 1, max: longestReason });
const gstin = z
  .string()
  .refine((text) => text === '' || isGstin(text), 'Expected a GSTIN with its check digit')
  .register(textKinds, { kind: 'data' });
const money = z.int().nonnegative().describe('Paise');

/** Content of an order; nothing else of it is chosen by the officer. */
export const orderContent = z.object({
  district,
  vendor: line({ min: 1, max: longestVendor }),
  vendorAddress: line({ max: longestAddress }).default(''),
  vendorGstin: gstin.default(''),
  dueOn: z.iso.date().nullable().default(null),
  gstPercent: z.int().min(0).max(mostGstPercent).nullable().default(null),
  lines: z
    .array(
      z.object({
        path: reference({ min: 1, max: 300 }),
        sha256,
        quantity,
        place: line({ max: longestPlace }).default(''),
        unit: z.enum(orderUnits),
        ratePaise: z.int().min(0).max(mostRatePaise),
      }),
    )
    .min(1)
    .max(mostLines),
});
export type OrderContent = z.output<typeof orderContent>;
/** As it goes over the line, where what is left out has its default. */
export type SentOrder = z.input<typeof orderContent>;

const said = z.object({ by: z.string(), reason: z.string() });
const counts = z.object({ waiting: z.int(), dispatched: z.int(), received: z.int() });
const summary = z.object({
  id: z.int(),
  district: z.string(),
  reference: z.string().describe('Number and year in its district, 3/2026'),
  vendor: z.string(),
  vendorAddress: z.string(),
  vendorGstin: z.string(),
  orderedOn: z.iso.date(),
  orderedBy: z.string(),
  dueOn: z.iso.date().nullable(),
  gstPercent: z.int().nullable(),
  net: money,
  gst: money.nullable(),
  total: money,
  lifted: said.nullable().describe('Who of HQ lifted its hold on printing for this order'),
  held: said.nullable(),
  cancelled: said.nullable(),
  parcels: counts,
});
export type OrderSummary = z.output<typeof summary>;

const orderLine = z.object({
  id: z.int(),
  station: z.string(),
  nameHi: z.string(),
  nameEn: z.string(),
  printed: z.string().describe('As it stands on its board'),
  artwork: z.string(),
  path: z.string(),
  sha256: z.string().describe('Of the file that was ordered'),
  present: z
    .string()
    .nullable()
    .describe('Hash of the file that has taken its place since; null where none has'),
  quantity: z.int(),
  place: z.string(),
  unit: z.enum(orderUnits),
  ratePaise: money,
  areaCentiSqFt: z.int(),
  amount: money,
  parcel: z.string(),
  reprint: z.object({ of: z.int(), reason: z.enum(reprintReasons), words: z.string() }).nullable(),
});
export type OrderLine = z.output<typeof orderLine>;

const parcel = z.object({
  code: z.string(),
  station: z.string(),
  state: z.enum(parcelStates),
  dispatchedAt: instant.nullable(),
  dispatchedBy: z.string().nullable().describe('Empty for the vendor'),
  receivedAt: instant.nullable(),
  receivedBy: z.string().nullable(),
  hungOn: z.iso.date().nullable().describe('Day of the picture that proves the board'),
});

const detail = z.object({
  order: summary,
  hold: z
    .object({ host: z.string() })
    .nullable()
    .describe('HQ holds printing and has not lifted that for this order'),
  lines: z.array(orderLine),
  parcels: z.array(parcel),
});

const vendorLink = z.object({
  id: z.int(),
  order: z.int().nullable().describe('null for all orders of the district'),
  madeBy: z.string(),
  madeAt: instant,
  expiresAt: instant,
  revokedBy: z.string().nullable(),
  lastUsedAt: instant.nullable(),
  downloads: z.array(
    z.object({ path: z.string(), sha256: z.string(), count: z.int(), lastAt: instant }),
  ),
});

const boardDates = z.object({
  station: z.string(),
  code: z.string().describe('Of its latest parcel'),
  dispatchedAt: instant.nullable(),
  receivedAt: instant.nullable(),
  hungOn: z.iso.date().nullable(),
});

const quantities = z.object({
  rows: z.array(z.object({ path: z.string(), quantity, place: z.string() })),
  faults: z
    .array(
      z.object({
        row: z.int().describe('Of the file, the heading being the first'),
        column: z.string().nullable(),
        expected: bilingual,
        found: z.string(),
      }),
    )
    .describe('Rows that are left out, with the reason'),
});
export type ReadQuantities = z.output<typeof quantities>;

/** Answers of the routes that place an order. */
export const orderPlaced = { 201: detail, ...forOfficers, ...refusals(404, 409) };
const orderDone = { 200: detail, ...forOfficers, ...refusals(404, 409) };
const oneParcel = z.object({ code: reference({ max: 20 }) });

/** Purchase orders of prints, their parcels, and the links by which a printer works. */
export const purchaseOrderRoutes = {
  list: route({
    method: 'GET',
    url: '/api/purchase-orders',
    schema: {
      summary: 'Purchase orders, the latest first',
      querystring: z.object({
        district: district.optional(),
        station: reference({ max: 80 }).optional().describe('Only those with a line for it'),
        limit,
      }),
      response: { 200: z.array(summary), ...forOfficers },
    },
  }),
  read: route({
    method: 'GET',
    url: '/api/purchase-orders/:id',
    schema: {
      summary: 'An order with its lines and parcels',
      params: oneId,
      response: { 200: detail, ...forOfficers, ...refusals(404) },
    },
  }),
  place: route({
    method: 'POST',
    url: '/api/purchase-orders',
    schema: {
      summary: 'Orders files as they now are, one parcel for each station',
      body: orderContent,
      response: orderPlaced,
    },
  }),
  quantitySheet: route({
    method: 'GET',
    url: '/api/order-quantities',
    schema: {
      summary: 'A sheet of the own stations and what is made for them, with the usual quantities',
      querystring: z.object({ district, format: z.enum(sheetFormats).default('xlsx') }),
      response: { 200: file('application/octet-stream', 'The sheet'), ...forOfficers },
    },
  }),
  readQuantities: route({
    method: 'POST',
    url: '/api/order-quantities',
    schema: {
      summary: 'Checks a filled-in csv or xlsx sheet (multipart); its rows are lines of an order',
      querystring: z.object({ district }),
      response: { 200: quantities, ...forOfficers, ...refusals(408, 413, 422, 429, 503) },
    },
  }),
  reprint: route({
    method: 'POST',
    url: '/api/purchase-orders/:id/reprint',
    schema: {
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
    },
  }),
  hold: route({
    method: 'POST',
    url: '/api/purchase-orders/:id/hold',
    schema: {
      summary: 'HQ holds an order, or lets it go on',
      params: oneId,
      body: z.discriminatedUnion('held', [
        z.object({ held: z.literal(true), reason }),
        z.object({ held: z.literal(false) }),
      ]),
      response: orderDone,
    },
  }),
  cancel: route({
    method: 'POST',
    url: '/api/purchase-orders/:id/cancel',
    schema: {
      summary: 'Cancels an order of which nothing has left',
      params: oneId,
      body: z.object({ reason }),
      response: orderDone,
    },
  }),
  paper: route({
    method: 'GET',
    url: '/api/purchase-orders/:id/papers/:paper',
    schema: {
      summary: 'The order sheet (PDF, DOCX, XLSX), its labels, packing list and challans (PDF)',
      params: oneId.extend({ paper: z.enum(orderPapers) }),
      querystring: z.object({ format: z.enum(orderFormats).default('pdf') }),
      response: {
        200: file('application/octet-stream', 'The paper'),
        ...forOfficers,
        ...refusals(404),
      },
    },
  }),
  mark: route({
    method: 'POST',
    url: '/api/parcels/:code/mark',
    schema: {
      summary: 'Marks a parcel as dispatched or received',
      params: oneParcel,
      body: z.object({ mark: z.enum(parcelMarks) }),
      response: { 200: parcel, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  unmark: route({
    method: 'POST',
    url: '/api/parcels/:code/undo',
    schema: {
      summary: 'Takes the latest mark of a parcel back',
      params: oneParcel,
      body: z.object({ mark: z.enum(parcelMarks) }),
      response: { 200: parcel, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  boardDates: route({
    method: 'GET',
    url: '/api/board-dates',
    schema: {
      summary: 'When each ordered board of a district was dispatched, received and hung',
      querystring: z.object({ district }),
      response: { 200: z.array(boardDates), ...forOfficers },
    },
  }),
  links: route({
    method: 'GET',
    url: '/api/vendor-links',
    schema: {
      summary: 'Vendor links of a district and what was taken by them',
      querystring: z.object({ district }),
      response: { 200: z.array(vendorLink), ...forOfficers },
    },
  }),
  makeLink: route({
    method: 'POST',
    url: '/api/vendor-links',
    schema: {
      summary: 'Makes a vendor link; its address is shown this once',
      body: z.object({
        district,
        order: z.int().positive().nullable().default(null),
        days: z.int().min(1).max(180).default(30),
      }),
      response: {
        201: z.object({ url: z.string(), link: vendorLink }),
        ...forOfficers,
        ...refusals(404, 409),
      },
    },
  }),
  revokeLink: route({
    method: 'POST',
    url: '/api/vendor-links/:id/revoke',
    schema: {
      summary: 'Ends a vendor link',
      params: oneId,
      response: { 200: vendorLink, ...forOfficers, ...refusals(404) },
    },
  }),
};
