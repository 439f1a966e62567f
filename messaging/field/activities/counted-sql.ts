import { countedStatuses } from '../../../campaigns/activities/activity-status.ts';
import { type BoundedKind, boundedFields } from '../../../campaigns/activities/exceeded-count.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** Entries whose counts are bounded together. */
export interface CountedPlace {
  kind: BoundedKind;
  /** Null for all of the state. */
  district: string | null;
}

/** Makes other entries of the same kind and place wait for this transaction: alone, each would be within the bound. */
export async function lockCounted(tx: Queryable, { kind, district }: CountedPlace): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('counted/' || $1 || '/' || $2))`, [
    kind,
    district ?? '',
  ]);
}

/** Adds up counted entries, all but one. */
export async function sumCounted(
  tx: Queryable,
  { kind, district }: CountedPlace,
  but: number | null,
): Promise<number> {
  const { rows } = await tx.query<{ sum: number }>(
    `SELECT coalesce(sum((details->>$1)::bigint), 0)::float8 AS sum FROM activity
     WHERE kind = $2 AND status = ANY ($3::text[]) AND ($4::text IS NULL OR district = $4) AND id IS DISTINCT FROM $5`,
    [boundedFields[kind], kind, countedStatuses, district, but],
  );
  return rows[0]?.sum ?? 0;
}
