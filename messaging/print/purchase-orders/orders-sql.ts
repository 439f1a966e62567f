import { verifiedStatuses } from '../../../campaigns/activities/activity-status.ts';
import type {
  OrderUnit,
  ReprintReason,
} from '../../../campaigns/purchase-orders/purchase-order.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export interface StoredOrder {
  id: number;
  district: string;
  year: number;
  number: number;
  vendor: string;
  /** Empty where the office has not written them. */
  vendorAddress: string;
  vendorGstin: string;
  dueOn: string | null;
  gstPercent: number | null;
  orderedBy: string;
  orderedOn: string;
  /** Officer of HQ who lifted its hold on printing for this order; null where none was in force. */
  liftedBy: string | null;
  liftedReason: string;
  heldBy: string | null;
  heldReason: string;
  cancelledBy: string | null;
  cancelledReason: string;
}

export interface StoredLine {
  id: number;
  orderId: number;
  parcel: string;
  station: string;
  artwork: string;
  path: string;
  sha256: string;
  quantity: number;
  place: string;
  unit: OrderUnit;
  ratePaise: number;
  areaCentiSqFt: number;
  reprintOf: number | null;
  reprintReason: ReprintReason | null;
  reprintWords: string;
}

const orderColumns = `id, district, year::int AS year, number, vendor, vendor_address AS "vendorAddress",
  vendor_gstin AS "vendorGstin", due_on::text AS "dueOn", gst_percent::int AS "gstPercent",
  ordered_by AS "orderedBy", ordered_on::text AS "orderedOn", lifted_by AS "liftedBy",
  lifted_reason AS "liftedReason", held_by AS "heldBy", held_reason AS "heldReason",
  cancelled_by AS "cancelledBy", cancelled_reason AS "cancelledReason"`;

/** Orders of districts, or those with a line for one station, the latest first. */
export async function listOrders(
  database: Queryable,
  {
    districts,
    station,
    limit,
  }: { districts: readonly string[]; station?: string | undefined; limit: number },
): Promise<StoredOrder[]> {
  const { rows } = await database.query<StoredOrder>(
    `SELECT ${orderColumns} FROM purchase_order WHERE district = ANY ($1::text[]) AND ($3::text IS NULL
       OR EXISTS (SELECT FROM purchase_order_line AS l WHERE l.order_id = purchase_order.id AND l.station = $3))
     ORDER BY id DESC LIMIT $2`,
    [districts, limit, station],
  );
  return rows;
}

export async function findOrder(
  database: Queryable,
  id: number,
  { lock = false } = {},
): Promise<StoredOrder | undefined> {
  const { rows } = await database.query<StoredOrder>(
    `SELECT ${orderColumns} FROM purchase_order WHERE id = $1 ${lock ? 'FOR UPDATE' : ''}`,
    [id],
  );
  return rows[0];
}

/** Lines of orders in the order in which they were written. */
export async function readLines(
  database: Queryable,
  orderIds: readonly number[],
): Promise<StoredLine[]> {
  const { rows } = await database.query<StoredLine>(
    `SELECT l.id, l.order_id AS "orderId", p.code AS parcel, l.station, artwork, path, sha256, quantity, place, unit,
       rate_paise AS "ratePaise", area_centi_sq_ft AS "areaCentiSqFt", reprint_of AS "reprintOf",
       reprint_reason AS "reprintReason", reprint_words AS "reprintWords"
     FROM purchase_order_line AS l JOIN parcel AS p ON p.id = l.parcel_id
     WHERE l.order_id = ANY ($1::int[]) ORDER BY l.id`,
    [orderIds],
  );
  return rows;
}

/** Takes the next number of a district's year; others wait until the transaction has ended. */
export async function takeNumber(tx: Queryable, district: string, year: number): Promise<number> {
  const { rows } = await tx.query<{ last: number }>(
    `INSERT INTO purchase_order_series (district, year, last) VALUES ($1, $2, 1)
     ON CONFLICT (district, year) DO UPDATE SET last = purchase_order_series.last + 1 RETURNING last`,
    [district, year],
  );
  return rows[0]?.last ?? 0;
}

export type NewOrder = Pick<
  StoredOrder,
  | 'district'
  | 'year'
  | 'number'
  | 'vendor'
  | 'vendorAddress'
  | 'vendorGstin'
  | 'dueOn'
  | 'gstPercent'
  | 'orderedBy'
  | 'orderedOn'
  | 'liftedBy'
  | 'liftedReason'
>;

export async function insertOrder(tx: Queryable, order: NewOrder): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO purchase_order (district, year, number, vendor, vendor_address, vendor_gstin, due_on, gst_percent, ordered_by, ordered_on, lifted_by, lifted_reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
    [
      order.district,
      order.year,
      order.number,
      order.vendor,
      order.vendorAddress,
      order.vendorGstin,
      order.dueOn,
      order.gstPercent,
      order.orderedBy,
      order.orderedOn,
      order.liftedBy,
      order.liftedReason,
    ],
  );
  return rows[0]?.id ?? 0;
}

/** Stores a parcel and returns its id; undefined when its code was taken. */
export async function insertParcel(
  tx: Queryable,
  parcel: { orderId: number; district: string; station: string; code: string },
): Promise<number | undefined> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO parcel (order_id, district, station, code) VALUES ($1, $2, $3, $4)
     ON CONFLICT (code) DO NOTHING RETURNING id`,
    [parcel.orderId, parcel.district, parcel.station, parcel.code],
  );
  return rows[0]?.id;
}

export type NewLine = Omit<StoredLine, 'id' | 'parcel'> & { parcelId: number };

export async function insertLine(tx: Queryable, line: NewLine, by: string): Promise<void> {
  await tx.query(
    `INSERT INTO purchase_order_line (order_id, parcel_id, station, artwork, path, sha256, quantity, place, unit, rate_paise,
       area_centi_sq_ft, reprint_of, reprint_reason, reprint_words, added_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      line.orderId,
      line.parcelId,
      line.station,
      line.artwork,
      line.path,
      line.sha256,
      line.quantity,
      line.place,
      line.unit,
      line.ratePaise,
      line.areaCentiSqFt,
      line.reprintOf,
      line.reprintReason,
      line.reprintWords,
      by,
    ],
  );
}

export async function updateHold(
  tx: Queryable,
  id: number,
  held: { by: string; reason: string } | null,
): Promise<void> {
  await tx.query('UPDATE purchase_order SET held_by = $2, held_reason = $3 WHERE id = $1', [
    id,
    held?.by ?? null,
    held?.reason ?? '',
  ]);
}

export async function updateCancelled(
  tx: Queryable,
  id: number,
  { by, reason }: { by: string; reason: string },
): Promise<void> {
  await tx.query(
    'UPDATE purchase_order SET cancelled_by = $2, cancelled_reason = $3 WHERE id = $1',
    [id, by, reason],
  );
}

export interface StoredParcel {
  id: number;
  orderId: number;
  district: string;
  station: string;
  code: string;
  dispatchedAt: Date | null;
  dispatchedBy: string | null;
  receivedAt: Date | null;
  receivedBy: string | null;
  /** Day of the picture that proves the station's board, if this parcel has a board and the day is not before its order. */
  hungOn: string | null;
}

const parcelColumns = `p.id, p.order_id AS "orderId", p.district, p.station, p.code, p.dispatched_at AS "dispatchedAt",
  p.dispatched_by AS "dispatchedBy", p.received_at AS "receivedAt", p.received_by AS "receivedBy",
  (SELECT a.day::text FROM activity AS a, purchase_order AS o
   WHERE a.kind = 'board' AND a.district = p.district AND a.station = p.station AND a.photo IS NOT NULL
     AND a.status IN (${verifiedStatuses.map((status) => `'${status}'`).join(', ')})
     AND o.id = p.order_id AND a.day >= o.ordered_on
     AND EXISTS (SELECT FROM purchase_order_line AS l WHERE l.parcel_id = p.id AND l.artwork = 'board')
   LIMIT 1) AS "hungOn"`;

export async function readParcels(
  database: Queryable,
  orderIds: readonly number[],
): Promise<StoredParcel[]> {
  const { rows } = await database.query<StoredParcel>(
    `SELECT ${parcelColumns} FROM parcel AS p WHERE p.order_id = ANY ($1::int[]) ORDER BY p.id`,
    [orderIds],
  );
  return rows;
}

export async function findParcel(
  database: Queryable,
  code: string,
): Promise<StoredParcel | undefined> {
  const { rows } = await database.query<StoredParcel>(
    `SELECT ${parcelColumns} FROM parcel AS p WHERE p.code = $1`,
    [code],
  );
  return rows[0];
}

/** Locks a parcel until the transaction ends. */
export async function lockParcel(tx: Queryable, code: string): Promise<StoredParcel | undefined> {
  await tx.query('SELECT FROM parcel WHERE code = $1 FOR UPDATE', [code]);
  return findParcel(tx, code);
}

export async function updateMarks(tx: Queryable, parcel: StoredParcel): Promise<void> {
  await tx.query(
    `UPDATE parcel SET dispatched_at = $2, dispatched_by = $3, received_at = $4, received_by = $5 WHERE id = $1`,
    [parcel.id, parcel.dispatchedAt, parcel.dispatchedBy, parcel.receivedAt, parcel.receivedBy],
  );
}

/** The latest parcel with a board for each station of a district, those of cancelled orders left out. */
export async function boardParcels(database: Queryable, district: string): Promise<StoredParcel[]> {
  const { rows } = await database.query<StoredParcel>(
    `SELECT DISTINCT ON (p.station) ${parcelColumns} FROM parcel AS p
     JOIN purchase_order AS q ON q.id = p.order_id AND q.cancelled_by IS NULL
     WHERE p.district = $1
       AND EXISTS (SELECT FROM purchase_order_line AS l WHERE l.parcel_id = p.id AND l.artwork = 'board')
     ORDER BY p.station, p.id DESC`,
    [district],
  );
  return rows;
}
