import type { Pool } from 'pg';
import {
  type Figures,
  type RecipientStatus,
  recipientStatuses,
  type TrialText,
} from '../../contract/values.ts';
import { dayOf } from '../../platform/database/day-sql.ts';
import { queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export function emptyFigures(): Figures {
  return Object.fromEntries(recipientStatuses.map((status) => [status, 0])) as Figures;
}

/** Figures of a blast, or of one of its gateways. */
export interface PartFigures {
  all: Figures;
  canary: Figures;
  /** Those by lot, where two texts are tried. */
  byLot: Record<TrialText, Figures>;
  /** Segments that were, or may have been, handed to the provider. */
  segmentsSent: number;
  /** The same and those about to be. */
  segmentsCommitted: number;
  /** Segments of those that wait. */
  segmentsWaiting: number;
}

/** Live figures of one blast; read from the tallies, so that a million recipients cost nothing. */
export interface LiveFigures extends PartFigures {
  /** Failures and skipped ones by code. */
  byCode: { status: RecipientStatus; code: string; recipients: number }[];
  /** Empty where the blast has one gateway. */
  byGateway: Map<string, PartFigures>;
}

interface TallyRow {
  blast_id: number;
  canary: boolean;
  gateway: string;
  lot: TrialText | '';
  status: RecipientStatus;
  error_code: string;
  recipients: string;
  segments: string;
}

const charged: ReadonlySet<RecipientStatus> = new Set([
  'submitting',
  'unknown',
  'accepted',
  'undelivered',
  'delivered',
]);

export async function readFigures(pool: Queryable, blastId: number): Promise<LiveFigures> {
  return (await readFiguresByBlast(pool, [blastId])).get(blastId) ?? noFigures();
}

/** Figures of many blasts at once; one that is not planned yet has none. */
export async function readFiguresByBlast(
  pool: Queryable,
  blastIds: readonly number[],
): Promise<Map<number, LiveFigures>> {
  const rows = await queryRows<TallyRow>(pool)`
    SELECT blast_id, canary, gateway, lot, status, error_code, sum(recipients) AS recipients,
      sum(segments) AS segments
    FROM blast_tally WHERE blast_id = ANY (${blastIds}::integer[]) GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 5, 7 DESC`;
  const byBlast = Map.groupBy(rows, (row) => row.blast_id);
  return new Map([...byBlast].map(([id, tallies]) => [id, liveFigures(tallies)]));
}

/** Those of a blast that is not planned yet. */
export function noFigures(): LiveFigures {
  return liveFigures([]);
}

/** Recipients of a planned blast. */
export async function countRecipients(database: Queryable, blastId: number): Promise<number> {
  const row = await queryRow<{ recipients: number }>(database)`
    SELECT coalesce(sum(recipients), 0)::integer AS recipients FROM blast_tally WHERE blast_id = ${blastId}`;
  return row?.recipients ?? 0;
}

/** Messages of blasts that are not over, by status. */
export async function countOpenMessages(database: Queryable): Promise<Figures> {
  const rows = await queryRows<{ status: RecipientStatus; recipients: number }>(database)`
    SELECT status, sum(recipients)::integer AS recipients FROM blast_tally AS t
    WHERE EXISTS (SELECT FROM blast AS b
      WHERE b.id = t.blast_id AND b.status IN ('scheduled', 'running', 'paused'))
    GROUP BY status`;
  const figures = emptyFigures();
  for (const { status, recipients } of rows) figures[status] = recipients;
  return figures;
}

function liveFigures(rows: readonly TallyRow[]): LiveFigures {
  const byCode: LiveFigures['byCode'] = [];
  for (const { status, error_code: code, recipients } of rows) {
    if (code === '') continue;
    const same = byCode.find((entry) => entry.status === status && entry.code === code);
    if (same === undefined) byCode.push({ status, code, recipients: Number(recipients) });
    else same.recipients += Number(recipients);
  }
  const byGateway = Map.groupBy(rows, ({ gateway }) => gateway);
  return {
    ...sumRows(rows),
    byCode: byCode
      .filter(({ recipients }) => recipients > 0)
      .sort((left, right) => right.recipients - left.recipients),
    byGateway: new Map([...byGateway].map(([name, tallies]) => [name, sumRows(tallies)])),
  };
}

function sumRows(rows: readonly TallyRow[]): PartFigures {
  const sums: PartFigures = {
    all: emptyFigures(),
    canary: emptyFigures(),
    byLot: { a: emptyFigures(), b: emptyFigures() },
    segmentsSent: 0,
    segmentsCommitted: 0,
    segmentsWaiting: 0,
  };
  for (const { status, canary, lot, ...row } of rows) {
    const recipients = Number(row.recipients);
    const segments = Number(row.segments);
    sums.all[status] += recipients;
    if (canary) sums.canary[status] += recipients;
    if (lot !== '') sums.byLot[lot][status] += recipients;
    if (charged.has(status)) sums.segmentsSent += segments;
    if (charged.has(status) || status === 'claimed') sums.segmentsCommitted += segments;
    if (status === 'planned' || status === 'claimed') sums.segmentsWaiting += segments;
  }
  return sums;
}

export interface MinuteFigures {
  minute: Date;
  sent: number;
  settled: number;
  failed: number;
}

/** Sent, settled and failed by minute since a moment, oldest first. */
export async function readMinutes(
  pool: Pool,
  blastId: number,
  since: Date,
): Promise<MinuteFigures[]> {
  const rows = await queryRows<{
    minute: Date;
    sent: string;
    settled: string;
    failed: string;
  }>(pool)`
    SELECT minute, sum(sent) AS sent, sum(settled) AS settled, sum(failed) AS failed
    FROM blast_minute WHERE blast_id = ${blastId} AND minute >= date_trunc('minute', ${since}::timestamptz)
    GROUP BY minute ORDER BY minute`;
  return rows.map((row) => ({
    minute: row.minute,
    sent: Number(row.sent),
    settled: Number(row.settled),
    failed: Number(row.failed),
  }));
}

export interface DayFigures {
  /** Calendar day in Asia/Kolkata. */
  day: string;
  /** First answers of the provider, failures included. */
  sent: number;
  failed: number;
}

/** A blast by day, oldest first. */
export function readDays(pool: Pool, blastId: number): Promise<DayFigures[]> {
  return queryRows<DayFigures>(pool)`
    SELECT ${raw(dayOf('minute'))}::text AS day, sum(sent)::integer AS sent,
      sum(failed)::integer AS failed
    FROM blast_minute WHERE blast_id = ${blastId} GROUP BY 1 ORDER BY 1`;
}

export interface DistrictFigures {
  district: string | null;
  figures: Figures;
}

/** Figures by district for the report; counts the ledger itself. */
export async function readDistrictFigures(pool: Pool, blastId: number): Promise<DistrictFigures[]> {
  const rows = await queryRows<{
    district: string | null;
    status: RecipientStatus;
    recipients: string;
  }>(pool)`
    SELECT district, status, count(*) AS recipients FROM blast_recipient
    WHERE blast_id = ${blastId} GROUP BY 1, 2 ORDER BY 1`;
  const byDistrict = new Map<string | null, Figures>();
  for (const row of rows) {
    const figures = byDistrict.get(row.district) ?? emptyFigures();
    figures[row.status] += Number(row.recipients);
    byDistrict.set(row.district, figures);
  }
  return [...byDistrict].map(([district, figures]) => ({ district, figures }));
}

/** Messages handed in for the numbers of one telecom operator, in one circle where that is known. */
export interface OperatorFigures {
  /** null: no list says whose the numbers are. */
  operator: string | null;
  circle: string | null;
  sent: number;
  delivered: number;
  /** Seconds from the submission to the news of the delivery: the median, and what nine of ten stay below. */
  medianSeconds: number | null;
  slowSeconds: number | null;
}

/**
 * Counts the ledger itself, the largest first; nothing where no list says whose any number is. That a message was read is no
 * news of its delivery.
 */
export async function readOperatorFigures(pool: Pool, blastId: number): Promise<OperatorFigures[]> {
  const rows = await queryRows<OperatorFigures>(pool)`
    WITH message AS (
      SELECT coalesce(own.operator, long.operator, short.operator) AS operator,
        coalesce(own.circle, long.circle, short.circle) AS circle, r.status,
        CASE WHEN r.status = 'delivered' AND r.error_code IS NULL
          THEN extract(epoch FROM r.changed_at - r.submitted_at)::integer END AS seconds
      FROM blast_recipient AS r
        LEFT JOIN number_operator AS own ON own.prefix = r.msisdn
        LEFT JOIN number_operator AS long ON long.prefix = r.msisdn / 100000
        LEFT JOIN number_operator AS short ON short.prefix = r.msisdn / 1000000
      WHERE r.blast_id = ${blastId} AND r.status IN ('accepted', 'undelivered', 'delivered')
    )
    SELECT operator, circle, count(*)::integer AS sent,
      count(*) FILTER (WHERE status = 'delivered')::integer AS delivered,
      percentile_disc(0.5) WITHIN GROUP (ORDER BY seconds) AS "medianSeconds",
      percentile_disc(0.9) WITHIN GROUP (ORDER BY seconds) AS "slowSeconds"
    FROM message GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`;
  return rows.some(({ operator }) => operator !== null) ? rows : [];
}

/** How often each error code came up so far in the blasts of these ledger rows. */
export async function readHaltingCodes(
  pool: Pool,
  ids: readonly string[],
): Promise<{ blastId: number; gateway: string; code: string; recipients: number }[]> {
  const rows = await queryRows<{
    blastId: number;
    gateway: string;
    code: string;
    recipients: string;
  }>(pool)`
    SELECT t.blast_id AS "blastId", t.gateway, t.error_code AS code, sum(t.recipients) AS recipients
    FROM blast_tally AS t
    WHERE t.error_code <> ''
      AND t.blast_id IN (SELECT blast_id FROM blast_recipient WHERE id = ANY (${ids}::bigint[]))
    GROUP BY 1, 2, 3 HAVING sum(t.recipients) > 0`;
  return rows.map((row) => ({ ...row, recipients: Number(row.recipients) }));
}

/** People whom a link has brought so far. */
export interface LinkFigures {
  scans: number;
  visitors: number;
}

/** By short code, with the links of the texts of a trial; one that nobody has opened is left out. */
export async function readLinkScans(
  pool: Pool,
  shortCodes: readonly string[],
): Promise<Map<string, LinkFigures>> {
  const rows = await queryRows<LinkFigures & { code: string }>(pool)`
    SELECT own.code, sum(scans)::integer AS scans, sum(visitors)::integer AS visitors
    FROM (
      SELECT code, code AS link FROM unnest(${shortCodes}::text[]) AS given (code)
      UNION SELECT short_code, unnest(trial_codes) FROM blast WHERE short_code = ANY (${shortCodes}::text[])
    ) AS own JOIN scan_by_code AS s ON s.code = own.link GROUP BY 1`;
  return new Map(rows.map(({ code, scans, visitors }) => [code, { scans, visitors }]));
}
