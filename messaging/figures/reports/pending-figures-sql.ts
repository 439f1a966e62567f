import type { z } from 'zod';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { ReportFigures } from './report-decoder.ts';
import type { pendingFigure } from './reports-schemas.ts';

/** A figure that waits for a second officer, or on which one has decided. */
export type PendingFigure = z.output<typeof pendingFigure> & { madeById: string | null };

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
  const { rows } = await tx.query<PendingFigure>(
    `INSERT INTO pending_figure (name, report, findings, reason, way, made_by, made_by_id, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING ${columns}`,
    [name, JSON.stringify(report), JSON.stringify(findings), reason, way, madeBy, madeById, madeAt],
  );
  if (rows[0] !== undefined) return { pending: rows[0], isNew: true };
  const found = await tx.query<PendingFigure>(
    `SELECT ${columns} FROM pending_figure WHERE state = 'pending' AND report->>'contentHash' = $1`,
    [report.contentHash],
  );
  const [row] = found.rows;
  if (row === undefined) throw new Error(`Expected a waiting figure with the content of ${name}`);
  return { pending: row, isNew: false };
}

/** Those that wait come first, then the ones decided last. */
export async function listPending(database: Queryable, limit: number): Promise<PendingFigure[]> {
  const { rows } = await database.query<PendingFigure>(
    `SELECT ${columns} FROM pending_figure ORDER BY (state = 'pending') DESC, id DESC LIMIT $1`,
    [limit],
  );
  return rows;
}

/** A figure, locked until the transaction ends, so that it is decided on once. */
export async function lockPending(tx: Queryable, id: number): Promise<LockedFigure | undefined> {
  const { rows } = await tx.query<LockedFigure>(
    `SELECT ${columns}, report FROM pending_figure WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return rows[0];
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
  const { rows } = await tx.query<PendingFigure>(
    `UPDATE pending_figure SET state = $2, decided_by = $3, decided_at = $4, decision_reason = $5, report_id = $6
     WHERE id = $1 RETURNING ${columns}`,
    [id, state, by, at, reason, reportId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`Expected a figure ${id} that waits, got none`);
  return row;
}
