import type { Pool } from 'pg';
import { inTransaction } from '../../platform/database/transaction.ts';

/**
 * Settles what a process that ended had begun and has no answer: what it had not handed to a socket surely never left and
 * goes again, with the parts that an earlier submission had brought; the rest is in doubt.
 */
export async function settleLeft(
  pool: Pool,
  { sender, handed }: { sender: number; handed: readonly { id: string; attempt: number }[] },
): Promise<{ returned: number; unresolved: number }> {
  const marks = [handed.map(({ id }) => id), handed.map(({ attempt }) => attempt)];
  return inTransaction(pool, async (tx) => {
    const returned = await tx.query<{ id: string; attempt: number }>(
      `UPDATE blast_recipient AS r SET status = 'planned', error_code = NULL, sender = NULL, not_before = NULL,
         absent_provider_at = NULL, absent_at = NULL, changed_at = clock_timestamp()
       WHERE sender = $1 AND status IN ('submitting', 'unknown') AND provider_id IS NULL
         AND NOT EXISTS (SELECT FROM unnest($2::bigint[], $3::integer[]) AS h (id, attempt)
           WHERE (h.id, h.attempt) = (r.id, r.attempt))
       RETURNING id, attempt`,
      [sender, ...marks],
    );
    await tx.query(
      `UPDATE message_rest AS m SET attempt = n.attempt FROM unnest($1::bigint[], $2::integer[]) AS n (id, attempt)
       WHERE m.recipient_id = n.id AND m.attempt = n.attempt - 1`,
      [returned.rows.map(({ id }) => id), returned.rows.map(({ attempt }) => attempt)],
    );
    const unresolved = await tx.query(
      `UPDATE blast_recipient SET status = 'unknown', error_code = 'no-answer', changed_at = clock_timestamp()
       WHERE sender = $1 AND status = 'submitting'`,
      [sender],
    );
    return { returned: returned.rowCount ?? 0, unresolved: unresolved.rowCount ?? 0 };
  });
}
