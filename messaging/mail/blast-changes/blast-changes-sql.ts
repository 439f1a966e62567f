import { execute, queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** A status that a blast came to. */
export interface BlastChange {
  id: string;
  blastId: number;
  name: string;
  channel: string;
  district: string | null;
  status: string;
  pauseReason: string | null;
  at: Date;
  tries: number;
}

/**
 * Takes changes that are due, so that no other process has them for the length of a try; of one blast the oldest alone, so
 * that they are told in their order.
 */
export function takeChanges(
  database: Queryable,
  { leaseMs, limit }: { leaseMs: number; limit: number },
): Promise<BlastChange[]> {
  return queryRows<BlastChange>(database)`
    UPDATE blast_change AS c SET tries = c.tries + 1,
      next_try_at = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
    FROM (
      SELECT d.id FROM blast_change AS d
      WHERE d.next_try_at <= clock_timestamp()
        AND NOT EXISTS (SELECT FROM blast_change AS e WHERE e.blast_id = d.blast_id AND e.id < d.id)
      ORDER BY d.id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ) AS due, blast AS b
    WHERE c.id = due.id AND b.id = c.blast_id
    RETURNING c.id, b.id AS "blastId", b.draft->>'name' AS name, b.channel, b.district, c.status,
      c.pause_reason AS "pauseReason", c.at, c.tries`;
}

/** A change that was told, or is given up. */
export async function endChange(database: Queryable, id: string): Promise<void> {
  await execute(database)`DELETE FROM blast_change WHERE id = ${id}`;
}

export async function putOffChange(
  database: Queryable,
  id: string,
  delayMs: number,
): Promise<void> {
  await execute(database)`
    UPDATE blast_change SET next_try_at = clock_timestamp() + ${delayMs} * interval '1 millisecond' WHERE id = ${id}`;
}

/** Where nobody is to be told. */
export async function forgetChanges(database: Queryable): Promise<void> {
  await execute(database)`DELETE FROM blast_change`;
}
