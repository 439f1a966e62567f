import { countedStatuses } from '../../../campaigns/activities/activity-status.ts';
import { type BoundedKind, boundedFields } from '../../../campaigns/activities/beyond.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/**
 * What counted entries of a kind add up to, but for one of them.
 * @param district null for all of the state
 */
export async function sumCounted(
  tx: Queryable,
  kind: BoundedKind,
  { district, but }: { district: string | null; but: number | null },
): Promise<number> {
  const { rows } = await tx.query<{ sum: number }>(
    `SELECT coalesce(sum((details->>$1)::bigint), 0)::float8 AS sum FROM activity
     WHERE kind = $2 AND status = ANY ($3::text[]) AND ($4::text IS NULL OR district = $4) AND id IS DISTINCT FROM $5`,
    [boundedFields[kind], kind, countedStatuses, district, but],
  );
  return rows[0]?.sum ?? 0;
}
