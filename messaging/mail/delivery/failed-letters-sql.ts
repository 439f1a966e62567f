import type { Waiting } from '../../contract/waiting.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** Letters that did not reach anybody, and those of which nobody knows. */
export async function countFailedLetters(database: Queryable): Promise<Waiting> {
  const { rows } = await database.query<Waiting>(
    `SELECT count(*)::int AS count, min(created_at) AS since FROM letter
     WHERE state IN ('bounced', 'refused', 'unknown')`,
  );
  return rows[0] ?? { count: 0, since: null };
}
