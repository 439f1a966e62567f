import type { Pool } from 'pg';
import type { Queryable } from '../database/transaction.ts';
import { digits } from '../numbers/opt-outs-sql.ts';

export interface LinkRequest {
  /** E.164 */
  number: string;
  /** Calendar day in Asia/Kolkata. */
  day: string;
  source: 'key' | 'missed-call';
  blastId: number | null;
}

/** Records a request before its SMS leaves; false when the number had one that day, or has opted out. */
export async function beginLinkRequest(pool: Pool, request: LinkRequest): Promise<boolean> {
  const { rowCount } = await pool.query(
    `INSERT INTO link_request (msisdn, day, source, blast_id)
     SELECT $1::bigint, $2::date, $3, $4 WHERE NOT EXISTS (SELECT FROM opt_out WHERE msisdn = $1::bigint)
     ON CONFLICT DO NOTHING`,
    [digits(request.number), request.day, request.source, request.blastId],
  );
  return rowCount === 1;
}

export async function endLinkRequest(
  pool: Pool,
  request: Pick<LinkRequest, 'number' | 'day'>,
  result: { status: 'accepted' | 'failed' | 'unknown'; providerId: string | null },
): Promise<void> {
  await pool.query(
    'UPDATE link_request SET status = $3, provider_id = $4 WHERE msisdn = $1 AND day = $2',
    [digits(request.number), request.day, result.status, result.providerId],
  );
}

/** The blast that a call's ledger row belongs to, with its short code; null for no such row. */
export async function findCall(
  pool: Pool,
  reference: string,
): Promise<{ blastId: number; shortCode: string } | null> {
  const { rows } = await pool.query<{ blastId: number; shortCode: string }>(
    `SELECT b.id AS "blastId", b.short_code AS "shortCode" FROM blast_recipient AS r
     JOIN blast AS b ON b.id = r.blast_id WHERE r.id = $1`,
    [reference],
  );
  return rows[0] ?? null;
}

/** Takes the numbers out of requests that are older than so many days; the requests stay as counts. */
export async function deleteLinkRequestNumbers(database: Queryable, days: number): Promise<number> {
  const { rowCount } = await database.query(
    `UPDATE link_request SET msisdn = NULL, provider_id = NULL
     WHERE msisdn IS NOT NULL AND at < now() - $1::int * interval '1 day'`,
    [days],
  );
  return rowCount ?? 0;
}
