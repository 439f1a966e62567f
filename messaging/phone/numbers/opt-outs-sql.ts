import type { Pool } from 'pg';
import type { OptOutSource } from '../../contract/values.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export interface OptOut {
  /** E.164 */
  number: string;
  source: OptOutSource;
  at: Date;
}

/** Numbers that are never written to or called again; the first word on each stays. */
export async function recordOptOuts(
  database: Queryable,
  numbers: readonly string[],
  source: OptOutSource,
): Promise<number> {
  const { rowCount } = await database.query(
    `INSERT INTO opt_out (msisdn, source) SELECT DISTINCT n, $2 FROM unnest($1::bigint[]) AS n
     ON CONFLICT DO NOTHING`,
    [numbers.map(digits), source],
  );
  return rowCount ?? 0;
}

/**
 * Opts a number out by a message or a call in which its owner said stop: once for each, so that a repeated request does
 * not opt out again who has come back meanwhile.
 * @param sid of the message or call; empty when it has none
 */
export async function recordHeardStop(
  database: Queryable,
  { number, source, sid }: { number: string; source: OptOutSource; sid: string },
): Promise<void> {
  if (sid === '') {
    await recordOptOuts(database, [number], source);
    return;
  }
  await database.query(
    `WITH heard AS (INSERT INTO stop_heard (sid) VALUES ($3) ON CONFLICT DO NOTHING RETURNING sid)
     INSERT INTO opt_out (msisdn, source) SELECT $1::bigint, $2 FROM heard ON CONFLICT DO NOTHING`,
    [digits(number), source, sid],
  );
}

/** Reads the stop of one number; null where there is none. */
export async function readOptOut(database: Queryable, number: string): Promise<OptOut | null> {
  const { rows } = await database.query<Omit<OptOut, 'number'>>(
    'SELECT source, at FROM opt_out WHERE msisdn = $1',
    [digits(number)],
  );
  return rows[0] === undefined ? null : { number, ...rows[0] };
}

/** Takes a number off the list, on its owner's own request. */
export async function removeOptOut(database: Queryable, number: string): Promise<boolean> {
  const { rowCount } = await database.query('DELETE FROM opt_out WHERE msisdn = $1', [
    digits(number),
  ]);
  return rowCount === 1;
}

/** Newest first. */
export async function listOptOuts(
  pool: Pool,
  page: { limit: number; offset: number },
): Promise<{ total: number; entries: OptOut[] }> {
  const { rows } = await pool.query<{ msisdn: string; source: OptOutSource; at: Date }>(
    'SELECT msisdn, source, at FROM opt_out ORDER BY at DESC, msisdn LIMIT $1 OFFSET $2',
    [page.limit, page.offset],
  );
  const total = await pool.query<{ total: string }>('SELECT count(*) AS total FROM opt_out');
  return {
    total: Number(total.rows[0]?.total ?? 0),
    entries: rows.map(({ msisdn, source, at }) => ({ number: `+${msisdn}`, source, at })),
  };
}

/** Reads what keeps messages from one number. */
export async function readStops(
  database: Queryable,
  number: string,
): Promise<{ optedOut: boolean; dnd: boolean }> {
  const { rows } = await database.query<{ optedOut: boolean; dnd: boolean }>(
    `SELECT EXISTS (SELECT FROM opt_out WHERE msisdn = $1::bigint) AS "optedOut",
       EXISTS (SELECT FROM do_not_disturb WHERE msisdn = $1::bigint) AS dnd`,
    [digits(number)],
  );
  return rows[0] ?? { optedOut: false, dnd: false };
}

/** A number as the database keeps it. */
export function digits(number: string): string {
  const bare = number.replace(/^\+/, '');
  if (!/^[1-9]\d{6,14}$/.test(bare)) throw new Error('Expected a number in E.164 form');
  return bare;
}

/** Opts out the numbers of ledger rows, once for each message by which the provider said so. */
export async function optOutRecipients(
  pool: Pool,
  told: readonly { id: string; providerId: string }[],
): Promise<void> {
  await pool.query(
    `WITH told AS (SELECT DISTINCT ON (sid) * FROM unnest($1::bigint[], $2::text[]) AS t (id, sid) ORDER BY sid),
     heard AS (INSERT INTO stop_heard (sid) SELECT sid FROM told ON CONFLICT DO NOTHING RETURNING sid)
     INSERT INTO opt_out (msisdn, source) SELECT DISTINCT r.msisdn, 'provider'
     FROM heard JOIN told USING (sid) JOIN blast_recipient AS r ON r.id = told.id
     WHERE r.msisdn IS NOT NULL ON CONFLICT DO NOTHING`,
    [told.map(({ id }) => id), told.map(({ providerId }) => providerId)],
  );
}
