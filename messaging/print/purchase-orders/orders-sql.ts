import type { z } from 'zod';
import { verifiedStatuses } from '../../../campaigns/activities/activity-status.ts';
import { pamphletsOn } from '../../../campaigns/activities/exceeded-count.ts';
import { selectFields } from '../../platform/database/rows-sql.ts';
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
export async function listOrders(
  database: Queryable,
  {
    districts,
    station,
    limit,
  }: { districts: readonly string[]; station?: string | undefined; limit: number },
): Promise<StoredOrder[]> {
  const { rows } = await database.query<StoredOrder>(
    `SELECT ${orderFields} FROM purchase_order WHERE district = ANY ($1::text[]) AND ($3::text IS NULL
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
    `SELECT ${orderFields} FROM purchase_order WHERE id = $1 ${lock ? 'FOR UPDATE' : ''}`,
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
    `SELECT ${lineFields}
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

export async function readParcels(
  database: Queryable,
  orderIds: readonly number[],
): Promise<StoredParcel[]> {
  const { rows } = await database.query<StoredParcel>(
    `SELECT ${parcelFields} FROM parcel AS p WHERE p.order_id = ANY ($1::int[]) ORDER BY p.id`,
    [orderIds],
  );
  return rows;
}

export async function findParcel(
  database: Queryable,
  code: string,
): Promise<StoredParcel | undefined> {
  const { rows } = await database.query<StoredParcel>(
    `SELECT ${parcelFields} FROM parcel AS p WHERE p.code = $1`,
    [code],
  );
  return rows[0];
}

/** Locks a parcel until the transaction ends. */
export async function lockParcel(tx: Queryable, code: string): Promise<StoredParcel | undefined> {
  await tx.query('SELECT FROM parcel WHERE code = $1 FOR UPDATE', [code]);
  return findParcel(tx, code);
}

/** The latest parcel with a board for each station of a district, those of cancelled orders left out. */
export async function boardParcels(database: Queryable, district: string): Promise<StoredParcel[]> {
  const { rows } = await database.query<StoredParcel>(
    `SELECT DISTINCT ON (p.station) ${parcelFields} FROM parcel AS p
     WHERE p.district = $1
       AND EXISTS (SELECT FROM purchase_order AS q WHERE q.id = p.order_id AND q.cancelled_by IS NULL)
       AND EXISTS (SELECT FROM purchase_order_line AS l WHERE l.parcel_id = p.id AND l.artwork = 'board')
     ORDER BY p.station, p.id DESC`,
    [district],
  );
  return rows;
}

/** Pamphlets that a district has ordered; null where it has ordered none here, and may have had them printed elsewhere. */
export async function countOrderedPamphlets(
  tx: Queryable,
  district: string,
): Promise<number | null> {
  const { rows } = await tx.query<{ artwork: string; pieces: number }>(
    `SELECT artwork, sum(quantity)::float8 AS pieces FROM purchase_order_line AS line
       JOIN purchase_order AS o ON o.id = line.order_id
     WHERE o.district = $1 AND o.cancelled_by IS NULL AND artwork = ANY ($2::text[]) GROUP BY artwork`,
    [district, Object.keys(pamphletsOn)],
  );
  if (rows.length === 0) return null;
  return rows.reduce((sum, { artwork, pieces }) => sum + pieces * (pamphletsOn[artwork] ?? 0), 0);
}
