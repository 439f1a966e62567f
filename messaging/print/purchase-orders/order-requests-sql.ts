import type { Waiting } from '../../contract/waiting.ts';
import { beginOf } from '../../platform/database/day-sql.ts';
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
export async function listRequests(
  database: Queryable,
  districts: readonly string[],
): Promise<StoredRequest[]> {
  const { rows } = await database.query<StoredRequest>(
    `SELECT ${columns} FROM order_request WHERE district = ANY ($1::text[]) AND ${isOpen} ORDER BY id LIMIT 500`,
    [districts],
  );
  return rows;
}

export async function insertRequest(
  tx: Queryable,
  { content, by, on }: { content: OrderContent; by: string; on: string },
): Promise<StoredRequest> {
  const { rows } = await tx.query<StoredRequest>(
    `INSERT INTO order_request (district, content, asked_by, asked_on) VALUES ($1, $2, $3, $4) RETURNING ${columns}`,
    [content.district, JSON.stringify(content), by, on],
  );
  return rows[0] as StoredRequest;
}

export async function findRequest(
  database: Queryable,
  id: number,
  { lock = false } = {},
): Promise<StoredRequest | undefined> {
  const { rows } = await database.query<StoredRequest>(
    `SELECT ${columns} FROM order_request WHERE id = $1 ${lock ? 'FOR UPDATE' : ''}`,
    [id],
  );
  return rows[0];
}

export async function updateAnswer(
  tx: Queryable,
  id: number,
  { lifted, by, reason }: { lifted: boolean; by: string; reason: string },
): Promise<void> {
  await tx.query(
    'UPDATE order_request SET lifted = $2, answered_by = $3, answer_reason = $4 WHERE id = $1',
    [id, lifted, by, reason],
  );
}

export async function updateWithdrawn(tx: Queryable, id: number, by: string): Promise<void> {
  await tx.query('UPDATE order_request SET withdrawn_by = $2 WHERE id = $1', [id, by]);
}

export async function updateOrdered(tx: Queryable, id: number, order: number): Promise<void> {
  await tx.query('UPDATE order_request SET order_id = $2 WHERE id = $1', [id, order]);
}

/** Order requests that nobody has answered yet, or with `answered` those whose answer waits for the district. */
export async function countOrderRequests(
  database: Queryable,
  { district = null, answered }: { district?: string | null; answered: boolean },
): Promise<Waiting & { first: number | null }> {
  const { rows } = await database.query<Waiting & { first: number | null }>(
    `SELECT count(*)::int AS count, min(id)::int AS first,
       ${beginOf('min(asked_on)')} AS since
     FROM order_request WHERE order_id IS NULL AND withdrawn_by IS NULL AND (lifted IS NOT NULL) = $2
       AND ($1::text IS NULL OR district = $1)`,
    [district, answered],
  );
  return rows[0] as Waiting & { first: number | null };
}
