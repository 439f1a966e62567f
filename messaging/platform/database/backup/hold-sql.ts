import type { Queryable } from '../transaction.ts';

/**
 * A restored database would send by itself what may have gone out since its backup. Blasts that went on, or whose moment has
 * come, wait for a second officer, and rounds of series that waited for a moment that has come are missed.
 */
export async function holdBlasts(database: Queryable, now: Date): Promise<void> {
  await database.query(
    `UPDATE blast SET status = 'paused', pause_reason = 'restored'
     WHERE status = 'running' OR status IN ('approved', 'scheduled') AND coalesce((draft->>'startsAt')::timestamptz, $1) <= $1`,
    [now],
  );
  await database.query(
    `UPDATE blast_round SET status = 'missed', changed_at = now() WHERE status = 'waiting' AND at <= $1`,
    [now],
  );
}

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
