import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { FigureFinding } from '../../../campaigns/tracker/figure-check.ts';
import type { ReportWay } from '../../contract/values.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { ReportFigures } from './report-figures.ts';

/** A figure that waits for a second officer, or on which one has decided. */
export interface PendingFigure {
  id: number;
  name: string;
  figures: { date: Day; downloads: number }[];
  findings: FigureFinding[];
  reason: string;
  way: ReportWay;
  madeBy: string;
  madeById: string | null;
  madeAt: string;
  state: 'pending' | 'accepted' | 'refused';
  decidedBy: string | null;
  decidedAt: string | null;
  decisionReason: string;
}

/** The same with what is stored when it is accepted. */
export interface LockedFigure extends PendingFigure {
  report: ReportFigures;
}

const columns = `id, name, findings, reason, way, made_by AS "madeBy", made_by_id AS "madeById", made_at AS "madeAt", state,
  decided_by AS "decidedBy", decided_at AS "decidedAt", decision_reason AS "decisionReason",
  (SELECT jsonb_agg(jsonb_build_object('date', r->'date', 'downloads', r->'value'))
    FROM jsonb_array_elements(report->'readings') AS r) AS figures`;

/** Keeps a figure for a second officer; the same content that waits already is that one. */
export async function insertPending(
  tx: Queryable,
  figure: Pick<
    LockedFigure,
    'name' | 'report' | 'findings' | 'reason' | 'way' | 'madeBy' | 'madeById'
  > & {
    madeAt: Date;
  },
): Promise<{ pending: PendingFigure; isNew: boolean }> {
  const { name, report, findings, reason, way, madeBy, madeById, madeAt } = figure;
  const { rows } = await tx.query<Row>(
    `INSERT INTO pending_figure (name, report, findings, reason, way, made_by, made_by_id, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING ${columns}`,
    [name, JSON.stringify(report), JSON.stringify(findings), reason, way, madeBy, madeById, madeAt],
  );
  if (rows[0] !== undefined) return { pending: toPending(rows[0]), isNew: true };
  const found = await tx.query<Row>(
    `SELECT ${columns} FROM pending_figure WHERE state = 'pending' AND report->>'contentHash' = $1`,
    [report.contentHash],
  );
  const [row] = found.rows;
  if (row === undefined) throw new Error(`Expected a waiting figure with the content of ${name}`);
  return { pending: toPending(row), isNew: false };
}

/** Those that wait come first, then the ones decided last. */
export async function listPending(database: Queryable, limit: number): Promise<PendingFigure[]> {
  const { rows } = await database.query<Row>(
    `SELECT ${columns} FROM pending_figure ORDER BY (state = 'pending') DESC, id DESC LIMIT $1`,
    [limit],
  );
  return rows.map(toPending);
}

/** A figure, locked until the transaction ends, so that it is decided on once. */
export async function lockPending(tx: Queryable, id: number): Promise<LockedFigure | undefined> {
  const { rows } = await tx.query<Row & Pick<LockedFigure, 'report'>>(
    `SELECT ${columns}, report FROM pending_figure WHERE id = $1 FOR UPDATE`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  return { ...toPending(row), report: row.report };
}

export async function decidePending(
  tx: Queryable,
  id: number,
  decision: {
    state: 'accepted' | 'refused';
    by: string;
    at: Date;
    reason: string;
    reportId: number | null;
  },
): Promise<PendingFigure> {
  const { state, by, at, reason, reportId } = decision;
  const { rows } = await tx.query<Row>(
    `UPDATE pending_figure SET state = $2, decided_by = $3, decided_at = $4, decision_reason = $5, report_id = $6
     WHERE id = $1 RETURNING ${columns}`,
    [id, state, by, at, reason, reportId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`Expected a figure ${id} that waits, got none`);
  return toPending(row);
}

type Row = Omit<PendingFigure, 'madeAt' | 'decidedAt'> & { madeAt: Date; decidedAt: Date | null };

function toPending(row: Row): PendingFigure {
  const { id, name, figures, findings, reason, way, madeBy, madeById, state } = row;
  const { decidedBy, decisionReason } = row;
  return {
    id,
    name,
    figures,
    findings,
    reason,
    way,
    madeBy,
    madeById,
    state,
    decidedBy,
    decisionReason,
    madeAt: row.madeAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}
