import type { z } from 'zod';
import { insertNewRow, selectFields, updateRow } from '../../platform/database/rows-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { ReportFigures } from './report-decoder.ts';
import { pendingFigure } from './reports-schemas.ts';

/** A figure that waits for a second officer, or on which one has decided. */
export type PendingFigure = z.output<typeof pendingFigure> & { madeById: string | null };

/** The same with what is stored when it is accepted. */
export interface LockedFigure extends PendingFigure {
  report: ReportFigures;
}

const columns = `made_by_id AS "madeById", ${selectFields(pendingFigure, {
  figures: `(SELECT jsonb_agg(jsonb_build_object('date', r->'date', 'downloads', r->'value'))
    FROM jsonb_array_elements(report->'readings') AS r)`,
})}`;

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
  const { name, report, reason, way, madeBy, madeById, madeAt } = figure;
  const findings = JSON.stringify(figure.findings);
  const pending = await insertNewRow<PendingFigure>(
    tx,
    'pending_figure',
    { name, report, findings, reason, way, madeBy, madeById, madeAt },
    columns,
  );
  if (pending !== undefined) return { pending, isNew: true };
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
  const values = { state, decidedBy: by, decidedAt: at, decisionReason: reason, reportId };
  const row = await updateRow<PendingFigure>(tx, 'pending_figure', id, values, {
    returning: columns,
  });
  if (row === undefined) throw new Error(`Expected a figure ${id} that waits, got none`);
  return row;
}
