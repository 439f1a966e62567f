import type { Pool } from 'pg';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';

/** Adds to what was deleted on a day. */
export async function addToTally(
  database: Queryable,
  day: string,
  { what, deleted }: { what: string; deleted: number },
): Promise<void> {
  await database.query(
    `INSERT INTO retention_tally AS t (day, what, deleted) VALUES ($1, $2, $3)
     ON CONFLICT (day, what) DO UPDATE SET deleted = t.deleted + excluded.deleted`,
    [day, what, deleted],
  );
}

/** Writes what was deleted on each day that is over into the audit log, one entry a day. */
export async function recordPastDays(pool: Pool, today: string): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ day: string; what: string; deleted: string }>(
      'DELETE FROM retention_tally WHERE day <> $1::date RETURNING day::text AS day, what, deleted',
      [today],
    );
    const days = Map.groupBy(rows, ({ day }) => day);
    for (const [day, tallies] of [...days].sort(([left], [right]) => (left < right ? -1 : 1))) {
      await writeAudit(tx, {
        actor: 'service',
        action: 'retention.delete',
        subject: `retention/${day}`,
        after: Object.fromEntries(tallies.map(({ what, deleted }) => [what, Number(deleted)])),
      });
    }
  });
}
