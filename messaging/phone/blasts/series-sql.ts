import type { Pool } from 'pg';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { BlastStatus, RoundStatus } from '../../contract/values.ts';
import { execute, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { PlannedRound } from './series.ts';

/** A round as it is kept. */
export interface Round {
  seriesId: number;
  number: number;
  at: Date;
  startBefore: Date;
  status: RoundStatus;
  afterFirst: boolean;
  mostRecipients: number;
  mostPaise: number;
  reasons: Bilingual[];
  blastId: number | null;
}

const columns = `series_id AS "seriesId", number, at, start_before AS "startBefore", blast_round.status,
  after_first AS "afterFirst", most_recipients AS "mostRecipients", most_paise::float8 AS "mostPaise", reasons, blast_id AS "blastId"`;

/** Keeps what is approved; the first round is the approved blast itself. */
export async function insertRounds(
  tx: Queryable,
  id: number,
  rounds: readonly PlannedRound[],
): Promise<void> {
  await tx.query(
    `INSERT INTO blast_round (series_id, number, at, start_before, status, after_first, most_recipients, most_paise, blast_id)
     SELECT $1::integer, r.number, r.at, r.start_before, CASE WHEN r.number = 1 THEN 'begun' ELSE 'waiting' END,
       r.after_first, r.most_recipients, r.most_paise, CASE WHEN r.number = 1 THEN $1::integer END
     FROM jsonb_to_recordset($2::jsonb) AS r (number smallint, at timestamptz, start_before timestamptz,
       after_first boolean, most_recipients integer, most_paise bigint)`,
    [
      id,
      JSON.stringify(
        rounds.map(({ number, at, startBefore, afterFirst, mostRecipients, mostPaise }) => ({
          number,
          at,
          start_before: startBefore,
          after_first: afterFirst,
          most_recipients: mostRecipients,
          most_paise: mostPaise,
        })),
      ),
    ],
  );
}

/** Of a round that has become a blast. */
interface RoundBlast {
  blastStatus: BlastStatus | null;
  /** It went out, or was to: no draft, and none that was kept back by the service before it began. */
  counts: boolean;
}

/** Rounds of a series, in their order. */
export function listRounds(database: Queryable, seriesId: number): Promise<(Round & RoundBlast)[]> {
  return queryRows<Round & RoundBlast>(database)`
    SELECT ${raw(columns)}, b.status AS "blastStatus", b.started_at IS NOT NULL
      OR b.status NOT IN ('draft', 'submitted', 'paused') OR b.pause_reason IS NOT DISTINCT
        FROM 'officer' AS counts
    FROM blast_round LEFT JOIN blast AS b ON b.id = blast_id
    WHERE series_id = ${seriesId} ORDER BY number`;
}

/** Rounds whose moment has come, the earliest first. */
export function listDueRounds(pool: Pool, now: Date): Promise<Round[]> {
  return queryRows<Round>(pool)`
    SELECT ${raw(columns)} FROM blast_round WHERE status = 'waiting' AND at <= ${now}
      ORDER BY at, series_id, number`;
}

/** Holds a round until the transaction ends; whether it still waits. */
export async function lockWaiting(
  tx: Queryable,
  { seriesId, number }: Pick<Round, 'seriesId' | 'number'>,
): Promise<boolean> {
  const changed = await execute(tx)`
    SELECT FROM blast_round WHERE series_id = ${seriesId} AND number = ${number}
      AND status = 'waiting' FOR UPDATE`;
  return changed === 1;
}

/**
 * Ends a waiting round; the second caller finds that it no longer waits.
 * @returns whether it was waiting
 */
export async function settleRound(
  tx: Queryable,
  { seriesId, number }: Pick<Round, 'seriesId' | 'number'>,
  {
    status,
    reasons = [],
    blastId = null,
  }: { status: RoundStatus; reasons?: Bilingual[]; blastId?: number | null },
): Promise<boolean> {
  const changed = await execute(tx)`
    UPDATE blast_round SET status = ${status}, reasons = ${JSON.stringify(reasons)}::jsonb,
      blast_id = ${blastId}, changed_at = now()
    WHERE series_id = ${seriesId} AND number = ${number} AND status = 'waiting'`;
  return changed === 1;
}

/** Ends all that wait; returns their numbers. */
export async function stopWaiting(tx: Queryable, seriesId: number): Promise<number[]> {
  const rows = await queryRows<{ number: number }>(tx)`
    UPDATE blast_round SET status = 'stopped', changed_at = now()
    WHERE series_id = ${seriesId} AND status = 'waiting' RETURNING number`;
  return rows.map(({ number }) => number).toSorted((left, right) => left - right);
}

/** For each series how many rounds it has, and when the next one begins. */
export async function summariseSeries(
  pool: Pool,
  ids: readonly number[],
): Promise<Map<number, { rounds: number; nextAt: Date | null }>> {
  const rows = await queryRows<{ id: number; rounds: number; nextAt: Date | null }>(pool)`
    SELECT series_id AS id, count(*)::integer AS rounds, min(at) FILTER (WHERE status = 'waiting') AS "nextAt"
    FROM blast_round WHERE series_id = ANY (${ids}::integer[]) GROUP BY 1`;
  return new Map(rows.map(({ id, ...series }) => [id, series]));
}
