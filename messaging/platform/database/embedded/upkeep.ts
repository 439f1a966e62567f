import type { PGlite } from '@electric-sql/pglite';

/** PostgreSQL's own processes would be at it every minute. */
export const upkeepMs = 30_000;

/** Log that is read again after a power cut, in a second or two; a checkpoint stops others for as much. */
const logLimitBytes = 64 * 1024 * 1024;

/**
 * Does what PostgreSQL's checkpointer and autovacuum would do: PGlite has no other processes, so that the log grew
 * until the stop and no table gave back what its updates left. One table a time, as everybody waits meanwhile.
 */
export async function keepUp(database: PGlite): Promise<void> {
  const { rows: logs } = await database.query<{ bytes: number }>(
    `SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 AS bytes
     FROM pg_control_checkpoint()`,
  );
  if ((logs[0]?.bytes ?? 0) > logLimitBytes) await database.exec('CHECKPOINT');
  // The thresholds are autovacuum's.
  const { rows: tables } = await database.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, relname) AS name FROM pg_stat_user_tables
     WHERE n_dead_tup > 50 + 0.2 * n_live_tup OR n_mod_since_analyze > 50 + 0.1 * n_live_tup
     ORDER BY n_dead_tup DESC LIMIT 1`,
  );
  for (const { name } of tables) await database.exec(`VACUUM (ANALYZE) ${name}`);
}
