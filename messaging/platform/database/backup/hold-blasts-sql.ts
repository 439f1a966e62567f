import type { Queryable } from '../transaction.ts';

/**
 * A restored database would send by itself what may have gone out since its backup. Blasts that went on, or whose moment has
 * come, wait for a second officer, and rounds of series that waited for a moment that has come are missed.
 */
export async function holdBlasts(database: Queryable, now: Date): Promise<void> {
  await database.query(
    `UPDATE blast SET status = 'paused', pause_reason = 'restored'
     WHERE status = 'running' OR status IN ('approved', 'scheduled') AND coalesce(starts_at, $1) <= $1`,
    [now],
  );
  await database.query(
    `UPDATE blast_round SET status = 'missed', changed_at = now() WHERE status = 'waiting' AND at <= $1`,
    [now],
  );
}
