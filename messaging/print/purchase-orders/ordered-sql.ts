import { pamphletsOn } from '../../../campaigns/activities/exceeded-count.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

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
