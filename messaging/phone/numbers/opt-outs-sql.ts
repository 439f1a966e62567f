import type { Pool } from 'pg';
import type { OptOutSource } from '../../contract/values.ts';
import { queryRow, queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { writeStops } from './consent-events-sql.ts';

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
  { enteredBy = null, saidAt = null }: { enteredBy?: string | null; saidAt?: Date | null } = {},
): Promise<number> {
  const { rowCount } = await database.query(
    writeStops(
      `SELECT n AS msisdn, $2::text AS channel, coalesce($4::timestamptz, now()) AS said_at,
         $3::text AS entered_by, NULL::text AS evidence FROM unnest($1::bigint[]) AS n`,
    ),
    [numbers.map(digits), source, enteredBy, saidAt],
  );
  return rowCount ?? 0;
}

/** A stop in a message or a call. */
interface HeardStop {
  number: string;
  source: OptOutSource;
  /** Of the message or call; empty when it has none. */
  sid: string;
  /** By the provider's clock, where it says so. */
  saidAt?: Date;
}

/**
 * Opts a number out by a message or a call in which its owner said stop: once for each, so that a repeated request does
 * not opt out again who has come back meanwhile.
 */
export async function recordHeardStop(
  database: Queryable,
  { number, source, sid, saidAt }: HeardStop,
): Promise<void> {
  if (sid === '') {
    await recordOptOuts(database, [number], source, { saidAt: saidAt ?? null });
    return;
  }
  await database.query(
    writeStops(
      `SELECT $1::bigint AS msisdn, $2::text AS channel, least(coalesce($4::timestamptz, now()), now()) AS said_at,
         NULL::text AS entered_by, sid AS evidence FROM heard`,
      'heard AS (INSERT INTO stop_heard (sid) VALUES ($3) ON CONFLICT DO NOTHING RETURNING sid),',
    ),
    [digits(number), source, sid, saidAt],
  );
}

/** Reads the stop of one number; null where there is none. */
export async function readOptOut(database: Queryable, number: string): Promise<OptOut | null> {
  const row = await queryRow<Omit<OptOut, 'number'>>(database)`
    SELECT source, at FROM opt_out WHERE msisdn = ${digits(number)}`;
  return row === undefined ? null : { number, ...row };
}

/** Newest first. */
export async function listOptOuts(
  pool: Pool,
  page: { limit: number; offset: number },
): Promise<{ total: number; entries: OptOut[] }> {
  const rows = await queryRows<{ msisdn: string; source: OptOutSource; at: Date }>(pool)`
    SELECT msisdn, source, at FROM opt_out ORDER BY at DESC, msisdn LIMIT ${page.limit} OFFSET ${page.offset}`;
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
    writeStops(
      `SELECT r.msisdn, 'provider' AS channel, now() AS said_at, NULL::text AS entered_by, sid AS evidence
       FROM heard JOIN asked USING (sid) JOIN blast_recipient AS r ON r.id = asked.id WHERE r.msisdn IS NOT NULL`,
      `asked AS (SELECT DISTINCT ON (sid) * FROM unnest($1::bigint[], $2::text[]) AS t (id, sid) ORDER BY sid),
       heard AS (INSERT INTO stop_heard (sid) SELECT sid FROM asked ON CONFLICT DO NOTHING RETURNING sid),`,
    ),
    [told.map(({ id }) => id), told.map(({ providerId }) => providerId)],
  );
}
