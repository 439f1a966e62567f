import type { Pool } from 'pg';
import { emptyFigures, type Figures, type RecipientStatus } from '../blast/recipient.ts';

/** Live figures of one blast; read from the tallies, so that a million recipients cost nothing. */
export interface LiveFigures {
  all: Figures;
  canary: Figures;
  /** Failures and skipped ones by code. */
  byCode: { status: RecipientStatus; code: string; recipients: number }[];
  /** Segments that were, or may have been, handed to the provider. */
  segmentsSent: number;
  /** The same and those about to be. */
  segmentsCommitted: number;
}

interface TallyRow {
  canary: boolean;
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

export async function readFigures(pool: Pool, blastId: number): Promise<LiveFigures> {
  const { rows } = await pool.query<TallyRow>(
    `SELECT canary, status, error_code, sum(recipients) AS recipients, sum(segments) AS segments
     FROM blast_tally WHERE blast_id = $1 GROUP BY 1, 2, 3 ORDER BY 2, 4 DESC`,
    [blastId],
  );
  const live: LiveFigures = {
    all: emptyFigures(),
    canary: emptyFigures(),
    byCode: [],
    segmentsSent: 0,
    segmentsCommitted: 0,
  };
  for (const row of rows) {
    const recipients = Number(row.recipients);
    const segments = Number(row.segments);
    live.all[row.status] += recipients;
    if (row.canary) live.canary[row.status] += recipients;
    if (charged.has(row.status)) live.segmentsSent += segments;
    if (charged.has(row.status) || row.status === 'claimed') live.segmentsCommitted += segments;
    if (row.error_code !== '' && recipients > 0) {
      live.byCode.push({ status: row.status, code: row.error_code, recipients });
    }
  }
  return live;
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
  const { rows } = await pool.query<{
    minute: Date;
    sent: string;
    settled: string;
    failed: string;
  }>(
    `SELECT minute, sum(sent) AS sent, sum(settled) AS settled, sum(failed) AS failed
     FROM blast_minute WHERE blast_id = $1 AND minute >= date_trunc('minute', $2::timestamptz)
     GROUP BY minute ORDER BY minute`,
    [blastId, since],
  );
  return rows.map((row) => ({
    minute: row.minute,
    sent: Number(row.sent),
    settled: Number(row.settled),
    failed: Number(row.failed),
  }));
}

/** Figures by district for the report; counts the ledger itself. */
export async function readDistrictFigures(
  pool: Pool,
  blastId: number,
): Promise<{ district: string | null; figures: Figures }[]> {
  const { rows } = await pool.query<{
    district: string | null;
    status: RecipientStatus;
    recipients: string;
  }>(
    `SELECT district, status, count(*) AS recipients FROM blast_recipient
     WHERE blast_id = $1 GROUP BY 1, 2 ORDER BY 1`,
    [blastId],
  );
  const byDistrict = new Map<string | null, Figures>();
  for (const row of rows) {
    const figures = byDistrict.get(row.district) ?? emptyFigures();
    figures[row.status] += Number(row.recipients);
    byDistrict.set(row.district, figures);
  }
  return [...byDistrict].map(([district, figures]) => ({ district, figures }));
}

/** How often each error code came up so far in the blasts of these ledger rows. */
export async function readHaltingCodes(
  pool: Pool,
  ids: readonly string[],
): Promise<{ blastId: number; code: string; recipients: number }[]> {
  const { rows } = await pool.query<{ blastId: number; code: string; recipients: string }>(
    `SELECT blast_id AS "blastId", error_code AS code, sum(recipients) AS recipients FROM blast_tally
     WHERE error_code <> '' AND blast_id IN (SELECT blast_id FROM blast_recipient WHERE id = ANY ($1::bigint[]))
     GROUP BY 1, 2 HAVING sum(recipients) > 0`,
    [ids],
  );
  return rows.map((row) => ({ ...row, recipients: Number(row.recipients) }));
}

/** People whom a blast's own link has brought so far. */
export async function readLinkScans(
  pool: Pool,
  shortCode: string,
): Promise<{ scans: number; visitors: number }> {
  const { rows } = await pool.query<{ scans: number; visitors: number }>(
    `SELECT coalesce(sum(scans), 0)::integer AS scans, coalesce(sum(visitors), 0)::integer AS visitors
     FROM scan_by_code WHERE code = $1`,
    [shortCode],
  );
  return rows[0] ?? { scans: 0, visitors: 0 };
}
