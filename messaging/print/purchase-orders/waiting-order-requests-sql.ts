import type { Waiting } from '../../contract/waiting.ts';
import { beginOf } from '../../platform/database/day-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

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
