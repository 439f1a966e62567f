import { z } from 'zod';
import { parcelStates } from '../../../campaigns/print/purchase-orders/parcel.ts';
import {
  isGstin,
  longestAddress,
  longestPlace,
  longestReason,
  longestVendor,
  mostGstPercent,
  mostLines,
  mostQuantity,
  mostRatePaise,
  orderUnits,
  reprintReasons,
} from '../../../campaigns/print/purchase-orders/purchase-order.ts';
import { line, paragraph, reference, sha256, textKinds } from '../../../campaigns/text-types.ts';
import { instant, refusals, rowFault } from '../../contract/route.ts';
import { effect, heldAnswer } from '../../people/held-acts/held-acts-schemas.ts';

export const district = reference({ max: 64 });
export const quantity = z.int().min(1).max(mostQuantity);
export const reason = paragraph({ min: 1, max: longestReason });
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
/** An order as it is stored. */
export const order = z.object({
  id: z.int(),
  district: z.string(),
  reference: z.string().describe('Number and year in its district, 3/2026'),
  vendor: z.string(),
  vendorAddress: z.string().describe('Empty where the office has not written it'),
  vendorGstin: z.string(),
  orderedOn: z.iso.date(),
  orderedBy: z.string(),
  dueOn: z.iso.date().nullable(),
  gstPercent: z.int().nullable(),
  lifted: said.nullable().describe('Who of HQ lifted its hold on printing for this order'),
  held: said.nullable(),
  cancelled: said.nullable(),
});
export const summary = order.extend({
  net: money,
  gst: money.nullable(),
  total: money,
  parcels: z.object({ waiting: z.int(), dispatched: z.int(), received: z.int() }),
});
export type OrderSummary = z.output<typeof summary>;

/** A line as it is stored. */
export const storedLine = z.object({
  id: z.int(),
  orderId: z.int(),
  station: z.string(),
  artwork: z.string(),
  path: z.string(),
  sha256: z.string().describe('Of the file that was ordered'),
  quantity: z.int(),
  place: z.string(),
  unit: z.enum(orderUnits),
  ratePaise: money,
  areaCentiSqFt: z.int(),
  parcel: z.string(),
  reprint: z.object({ of: z.int(), reason: z.enum(reprintReasons), words: z.string() }).nullable(),
});
/** Content of a line that is to be stored. */
export const newLine = storedLine.omit({ id: true, orderId: true, parcel: true });
const orderLine = storedLine.omit({ orderId: true }).extend({
  nameHi: z.string(),
  nameEn: z.string(),
  printed: z.string().describe('As printed on its board'),
  present: z
    .string()
    .nullable()
    .describe('Hash of the file that has taken its place since; null where none has'),
  amount: money,
});
export type OrderLine = z.output<typeof orderLine>;

/** A parcel as it is stored. */
export const storedParcel = z.object({
  id: z.int(),
  orderId: z.int(),
  district: z.string(),
  station: z.string(),
  code: z.string(),
  dispatchedAt: instant.nullable(),
  dispatchedBy: z.string().nullable().describe('Empty for the vendor'),
  receivedAt: instant.nullable(),
  receivedBy: z.string().nullable(),
  hungOn: z.iso
    .date()
    .nullable()
    .describe('Day of the picture that proves the board, where it is not before the order'),
});
export const parcel = storedParcel
  .omit({ id: true, orderId: true, district: true })
  .extend({ state: z.enum(parcelStates) });

export const detail = z.object({
  order: summary,
  hold: z
    .object({ host: z.string() })
    .nullable()
    .describe('HQ holds printing and has not lifted that for this order'),
  notes: effect.shape.findings.describe('Found in the words that its vendor reads'),
  lines: z.array(orderLine),
  parcels: z.array(parcel),
});

/** A link as it is stored. */
export const storedLink = z.object({
  id: z.int(),
  district: z.string(),
  order: z.int().nullable().describe('null for all orders of the district'),
  madeBy: z.string(),
  madeAt: instant,
  expiresAt: instant,
  revokedBy: z.string().nullable(),
  lastUsedAt: instant.nullable(),
});
export const vendorLink = storedLink.omit({ district: true }).extend({
  downloads: z.array(
    z.object({ path: z.string(), sha256: z.string(), count: z.int(), lastAt: instant }),
  ),
});

export const boardDates = storedParcel.pick({
  station: true,
  code: true,
  dispatchedAt: true,
  receivedAt: true,
  hungOn: true,
});

export const quantities = z.object({
  rows: z.array(z.object({ path: z.string(), quantity, place: z.string() })),
  faults: z.array(rowFault).describe('Rows that are left out, with the reason'),
});
export type ReadQuantities = z.output<typeof quantities>;

/** Answers of the routes that place an order. */
export const orderPlaced = { 201: detail, 202: heldAnswer, ...refusals(404, 409) };
export const orderHeld = { 200: detail, 202: heldAnswer, ...refusals(404, 409) };
export const orderDone = { 200: detail, ...refusals(404, 409) };

export const orderRequest = z.object({
  id: z.int(),
  content: orderContent,
  askedBy: z.string(),
  askedOn: z.iso.date(),
  answer: z
    .object({ lifted: z.boolean(), by: z.string(), reason: z.string() })
    .nullable()
    .describe('HQ’s answer, which it may change until the order is placed'),
});
export type OrderRequest = z.output<typeof orderRequest>;
