import type { Queryable } from '../../../platform/database/transaction.ts';

/** Counts who said stop after a blast had gone to them; null once its numbers are deleted. */
export async function countStops(database: Queryable, blastId: number): Promise<number | null> {
  const { rows } = await database.query<{ stops: number | null }>(
    `SELECT CASE WHEN b.numbers_deleted_at IS NULL THEN (
       SELECT count(*)::integer FROM opt_out AS o
       JOIN blast_recipient AS r ON r.msisdn = o.msisdn AND r.blast_id = b.id
       WHERE o.at >= b.started_at AND o.at >= r.submitted_at) END AS stops
     FROM blast AS b WHERE b.id = $1`,
    [blastId],
  );
  return rows[0]?.stops ?? null;
}
