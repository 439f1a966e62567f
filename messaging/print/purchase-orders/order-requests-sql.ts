import type { Waiting } from '../../contract/waiting.ts';
import { beginOf } from '../../platform/database/day-sql.ts';
import { insertRow, updateRow } from '../../platform/database/rows-sql.ts';
import { queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { OrderContent, OrderRequest } from './purchase-orders-schemas.ts';

export interface StoredRequest extends OrderRequest {
  district: string;
  /** Neither withdrawn nor ordered. */
  open: boolean;
}

const isOpen = 'order_id IS NULL AND withdrawn_by IS NULL';
/** Fields that an earlier version did not ask for; what is stored goes over them. */
const later = `'{"vendorAddress": "", "vendorGstin": ""}'::jsonb`;

const columns = `id, district, ${later} || content AS content, asked_by AS "askedBy", asked_on::text AS "askedOn", (${isOpen}) AS open,
  CASE WHEN answered_by IS NOT NULL THEN json_build_object('lifted', lifted, 'by', answered_by, 'reason', answer_reason) END AS answer`;

/** Open requests of districts, the oldest first. */
export function listRequests(
  database: Queryable,
  districts: readonly string[],
): Promise<StoredRequest[]> {
  return queryRows<StoredRequest>(database)`
    SELECT ${raw(columns)} FROM order_request WHERE district = ANY (${districts}::text[]) AND ${raw(isOpen)}
      ORDER BY id LIMIT 500`;
}

export function insertRequest(
  tx: Queryable,
  { content, by, on }: { content: OrderContent; by: string; on: string },
): Promise<StoredRequest> {
  const row = {
    district: content.district,
    content: JSON.stringify(content),
    askedBy: by,
    askedOn: on,
  };
  return insertRow<StoredRequest>(tx, 'order_request', row, columns);
}

export function findRequest(
  database: Queryable,
  id: number,
  { lock = false } = {},
): Promise<StoredRequest | undefined> {
  return queryRow<StoredRequest>(database)`
    SELECT ${raw(columns)} FROM order_request WHERE id = ${id} ${raw(lock ? 'FOR UPDATE' : '')}`;
}

export function updateRequest(
  tx: Queryable,
  id: number,
  values:
    | { lifted: boolean; answeredBy: string; answerReason: string }
    | { withdrawnBy: string }
    | { orderId: number },
): Promise<StoredRequest | undefined> {
  return updateRow<StoredRequest>(tx, 'order_request', id, values, { returning: columns });
}

/** Order requests that nobody has answered yet, or with `answered` those whose answer waits for the district. */
export async function countOrderRequests(
  database: Queryable,
  { district = null, answered }: { district?: string | null; answered: boolean },
): Promise<Waiting & { first: number | null }> {
  const row = await queryRow<Waiting & { first: number | null }>(database)`
    SELECT count(*)::int AS count, min(id)::int AS first,
      ${raw(beginOf('min(asked_on)'))} AS since
    FROM order_request WHERE order_id IS NULL AND withdrawn_by IS NULL AND (lifted IS NOT NULL) = ${answered}
      AND (${district}::text IS NULL OR district = ${district})`;
  return row as Waiting & { first: number | null };
}
