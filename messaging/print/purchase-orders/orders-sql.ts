import type { z } from 'zod';
import { verifiedStatuses } from '../../../campaigns/activities/activity-status.ts';
import { pamphletsOn } from '../../../campaigns/activities/exceeded-count.ts';
import { selectFields } from '../../platform/database/rows-sql.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { order, storedLine, storedParcel } from './purchase-orders-schemas.ts';

export type StoredOrder = z.output<typeof order>;
export type StoredLine = z.output<typeof storedLine>;
export type StoredParcel = z.output<typeof storedParcel>;

/** The officer who did something to an order, with the reason; null where nobody did. */
const said = (did: string) =>
  `CASE WHEN ${did}_by IS NOT NULL THEN json_build_object('by', ${did}_by, 'reason', ${did}_reason) END`;

const orderFields = selectFields(order, {
  reference: `number || '/' || year`,
  orderedOn: 'ordered_on::text',
  dueOn: 'due_on::text',
  gstPercent: 'gst_percent::int',
  lifted: said('lifted'),
  held: said('held'),
  cancelled: said('cancelled'),
});
const lineFields = selectFields(storedLine, {
  id: 'l.id',
  orderId: 'l.order_id',
  parcel: 'p.code',
  station: 'l.station',
  reprint: `CASE WHEN reprint_of IS NOT NULL
    THEN json_build_object('of', reprint_of, 'reason', reprint_reason, 'words', reprint_words) END`,
});
const parcelFields = selectFields(storedParcel, {
  hungOn: `(SELECT a.day::text FROM activity AS a, purchase_order AS o
    WHERE a.kind = 'board' AND a.district = p.district AND a.station = p.station AND a.photo IS NOT NULL
      AND a.status IN (${verifiedStatuses.map((status) => `'${status}'`).join(', ')})
      AND o.id = p.order_id AND a.day >= o.ordered_on
      AND EXISTS (SELECT FROM purchase_order_line AS l WHERE l.parcel_id = p.id AND l.artwork = 'board')
    LIMIT 1)`,
});

/** Orders of districts, or those with a line for one station, the latest first. */
export function listOrders(
  database: Queryable,
  {
    districts,
    station,
    limit,
  }: { districts: readonly string[]; station?: string | undefined; limit: number },
): Promise<StoredOrder[]> {
  return queryRows<StoredOrder>(database)`
    SELECT ${raw(orderFields)} FROM purchase_order WHERE district = ANY (${districts}::text[])
      AND (${station}::text IS NULL
      OR EXISTS (SELECT FROM purchase_order_line AS l WHERE l.order_id = purchase_order.id
        AND l.station = ${station}))
    ORDER BY id DESC LIMIT ${limit}`;
}

export function findOrder(
  database: Queryable,
  id: number,
  { lock = false } = {},
): Promise<StoredOrder | undefined> {
  return queryRow<StoredOrder>(database)`
    SELECT ${raw(orderFields)} FROM purchase_order WHERE id = ${id} ${raw(lock ? 'FOR UPDATE' : '')}`;
}

/** Lines of orders in the order in which they were written. */
export function readLines(database: Queryable, orderIds: readonly number[]): Promise<StoredLine[]> {
  return queryRows<StoredLine>(database)`
    SELECT ${raw(lineFields)}
    FROM purchase_order_line AS l JOIN parcel AS p ON p.id = l.parcel_id
    WHERE l.order_id = ANY (${orderIds}::int[]) ORDER BY l.id`;
}

/** Takes the next number of a district's year; others wait until the transaction has ended. */
export async function takeNumber(tx: Queryable, district: string, year: number): Promise<number> {
  const row = await queryRow<{ last: number }>(tx)`
    INSERT INTO purchase_order_series (district, year, last) VALUES (${district}, ${year}, 1)
    ON CONFLICT (district, year) DO UPDATE SET last = purchase_order_series.last + 1 RETURNING last`;
  return row?.last ?? 0;
}

export function readParcels(
  database: Queryable,
  orderIds: readonly number[],
): Promise<StoredParcel[]> {
  return queryRows<StoredParcel>(database)`
    SELECT ${raw(parcelFields)} FROM parcel AS p WHERE p.order_id = ANY (${orderIds}::int[]) ORDER BY p.id`;
}

export function findParcel(database: Queryable, code: string): Promise<StoredParcel | undefined> {
  return queryRow<StoredParcel>(database)`
    SELECT ${raw(parcelFields)} FROM parcel AS p WHERE p.code = ${code}`;
}

/** Locks a parcel until the transaction ends. */
export async function lockParcel(tx: Queryable, code: string): Promise<StoredParcel | undefined> {
  await execute(tx)`SELECT FROM parcel WHERE code = ${code} FOR UPDATE`;
  return findParcel(tx, code);
}

/** The latest parcel with a board for each station of a district, those of cancelled orders left out. */
export function boardParcels(database: Queryable, district: string): Promise<StoredParcel[]> {
  return queryRows<StoredParcel>(database)`
    SELECT DISTINCT ON (p.station) ${raw(parcelFields)} FROM parcel AS p
    WHERE p.district = ${district}
      AND EXISTS (SELECT FROM purchase_order AS q WHERE q.id = p.order_id AND q.cancelled_by IS NULL)
      AND EXISTS (SELECT FROM purchase_order_line AS l WHERE l.parcel_id = p.id AND l.artwork = 'board')
    ORDER BY p.station, p.id DESC`;
}

/** Pamphlets that a district has ordered; null where it has ordered none here, and may have had them printed elsewhere. */
export async function countOrderedPamphlets(
  tx: Queryable,
  district: string,
): Promise<number | null> {
  const rows = await queryRows<{ artwork: string; pieces: number }>(tx)`
    SELECT artwork, sum(quantity)::float8 AS pieces FROM purchase_order_line AS line
      JOIN purchase_order AS o ON o.id = line.order_id
    WHERE o.district = ${district} AND o.cancelled_by IS NULL
      AND artwork = ANY (${Object.keys(pamphletsOn)}::text[]) GROUP BY artwork`;
  if (rows.length === 0) return null;
  return rows.reduce((sum, { artwork, pieces }) => sum + pieces * (pamphletsOn[artwork] ?? 0), 0);
}
