import type { Pool } from 'pg';
import { execute, queryRows } from '../../platform/database/sql.ts';

/** Rows at once, so that nothing waits long for them. */
const batchRows = 20_000;
/**
 * For so long after a blast's end an unknown one may still be looked up or decided on; then its number goes all the
 * same.
 */
const longestDoubtDays = 30;

/**
 * Takes the numbers out of the ledger of blasts whose list's retention is over; rows, counts and tallies stay. A blast
 * that still runs, or waits for receipts or, for some weeks, for the end of an unknown one, keeps them until then.
 * @param today calendar day in Asia/Kolkata
 */
export async function deleteLedgerNumbers(
  pool: Pool,
  today: string,
  receiptDays: number,
): Promise<number> {
  const rows = await queryRows<{ id: number; first: string | null; last: string | null }>(pool)`
    SELECT b.id, min(r.id) AS first, max(r.id) AS last
    FROM blast AS b JOIN audience AS a ON a.id = b.audience_id LEFT JOIN blast_recipient AS r
      ON r.blast_id = b.id
    WHERE a.retain_until < ${today}::date AND b.numbers_deleted_at IS NULL
      AND b.status IN ('stopped', 'finished')
      AND b.ended_at < now() - ${receiptDays}::int * interval '1 day'
      AND NOT EXISTS (
        SELECT FROM blast_recipient AS open WHERE open.blast_id = b.id AND open.msisdn IS NOT NULL
          AND open.status IN ('claimed', 'submitting', 'unknown')
          AND b.ended_at > now() - ${longestDoubtDays}::int * interval '1 day'
      )
    GROUP BY b.id`;
  let deleted = 0;
  for (const { id, first, last } of rows) {
    for (let from = Number(first); last !== null && from <= Number(last); from += batchRows) {
      const changed = await execute(pool)`
        UPDATE blast_recipient SET msisdn = NULL, station = NULL
        WHERE id >= ${from} AND id < ${from + batchRows} AND blast_id = ${id} AND msisdn IS NOT NULL`;
      deleted += changed;
    }
    await execute(pool)`UPDATE blast SET numbers_deleted_at = now() WHERE id = ${id}`;
  }
  return deleted;
}

/**
 * Ends unknown rows whose number was deleted while their answer was on its way: nobody can be asked about them any
 * more. They count as sent and not delivered, since they may have cost money.
 */
export async function endNumberlessUnknown(pool: Pool): Promise<number> {
  return execute(pool)`
    UPDATE blast_recipient SET status = 'undelivered', error_code = 'deleted', changed_at = clock_timestamp()
    WHERE status = 'unknown' AND msisdn IS NULL`;
}
