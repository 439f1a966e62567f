import type { Queryable } from '../transaction.ts';

/**
 * Rounds of series that waited when a backup was made and whose moment has come since may have gone out: after a restore
 * none of them begins by itself.
 */
export async function holdRounds(database: Queryable, now: Date): Promise<number> {
  const { rowCount } = await database.query(
    `UPDATE blast_round SET status = 'missed', changed_at = now() WHERE status = 'waiting' AND at <= $1`,
    [now],
  );
  return rowCount ?? 0;
}
