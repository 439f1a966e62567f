import type { Queryable } from '../transaction.ts';

/**
 * Letters that waited when a backup was made may have gone out since: after a restore nobody sends them by itself. An
 * officer decides about each, as about any other letter without an answer.
 */
export async function holdLetters(database: Queryable): Promise<number> {
  const { rowCount } = await database.query(
    `UPDATE letter SET state = 'unknown', claim = NULL, last_answer = 'restored', settled_at = clock_timestamp()
     WHERE state IN ('queued', 'sending', 'deferred')`,
  );
  return rowCount ?? 0;
}
