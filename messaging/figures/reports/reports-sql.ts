import type { z } from 'zod';
import type { Reading, ReadingSource } from '../../../campaigns/tracker/readings.ts';
import type { ReportWay } from '../../contract/values.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { ReportFigures } from './report-decoder.ts';
import type { storedReport } from './reports-schemas.ts';

/** A report that was read. */
export type StoredReport = z.output<typeof storedReport>;

/** A report with who brings it and when. */
export interface GivenReport {
  name: string;
  report: ReportFigures;
  way: ReportWay;
  readBy: string;
  readAt: Date;
  acceptedBy?: string;
  reason?: string;
}

const shownFigures = 3;
const columns = `id, content_hash AS "contentHash", name, kind, dimension, month, way, read_by AS "readBy",
  read_at AS "readAt", withdrawn_at AS "withdrawnAt", accepted_by AS "acceptedBy", reason,
  CASE WHEN kind = 'manual' THEN jsonb_array_length(days) ELSE 0 END AS "figureCount",
  CASE WHEN kind = 'manual' THEN (
    SELECT coalesce(jsonb_agg(jsonb_build_object('date', d->'date', 'downloads', d->'downloads')), '[]')
    FROM (SELECT d FROM jsonb_array_elements(days) AS d LIMIT ${shownFigures}) AS first
  ) ELSE '[]' END AS figures`;

/** Every figure of a report that was not taken back, with those that later ones replace. */
export async function readReadings(
  database: Queryable,
  { without = null }: { without?: number | null } = {},
): Promise<Reading[]> {
  const { rows } = await database.query<{
    source: ReadingSource;
    day: string;
    value: string;
    from: string;
    readAt: Date;
  }>(
    `SELECT source, day::text AS day, value, given_by AS "from", read_at AS "readAt"
     FROM reading JOIN report ON report.id = report_id
     WHERE withdrawn_at IS NULL AND report.id IS DISTINCT FROM $1::int ORDER BY report_id, source, day`,
    [without],
  );
  return rows.map(({ source, day, value, from, readAt }) => ({
    source,
    date: day,
    value: Number(value),
    from,
    readAt: readAt.toISOString(),
  }));
}

/** Whether there is such a report that was not taken back. */
export async function isInForce(database: Queryable, id: number): Promise<boolean> {
  const found = await database.query('SELECT FROM report WHERE id = $1 AND withdrawn_at IS NULL', [
    id,
  ]);
  return found.rows.length > 0;
}

/** The report with this content, unless it was taken back. */
export async function findByContent(
  database: Queryable,
  contentHash: string,
): Promise<StoredReport | undefined> {
  const { rows } = await database.query<StoredReport>(
    `SELECT ${columns} FROM report WHERE content_hash = $1 AND withdrawn_at IS NULL`,
    [contentHash],
  );
  return rows[0];
}

/** Reports, the latest first, those that were taken back included. */
export async function listReports(database: Queryable, limit: number): Promise<StoredReport[]> {
  const { rows } = await database.query<StoredReport>(
    `SELECT ${columns} FROM report ORDER BY id DESC LIMIT $1`,
    [limit],
  );
  return rows;
}

/** Stores a report with its figures. Undefined when its content is there already. */
export async function insertReport(
  tx: Queryable,
  { name, report, way, readBy, readAt, acceptedBy, reason }: GivenReport,
): Promise<StoredReport | undefined> {
  const { rows } = await tx.query<StoredReport>(
    `INSERT INTO report (content_hash, name, kind, dimension, month, way, days, read_by, read_at,
       accepted_by, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (content_hash) WHERE withdrawn_at IS NULL DO NOTHING RETURNING ${columns}`,
    [
      report.contentHash,
      name,
      report.kind,
      report.dimension,
      report.month,
      way,
      report.daysJson,
      readBy,
      readAt,
      acceptedBy ?? null,
      reason ?? '',
    ],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  await insertReadings(tx, row.id, report.readings);
  return row;
}

/** Takes a report back. Undefined when there is none, or it was taken back before. */
export async function withdrawReport(
  tx: Queryable,
  id: number,
  at: Date,
): Promise<StoredReport | undefined> {
  const { rows } = await tx.query<StoredReport>(
    `UPDATE report SET withdrawn_at = $2 WHERE id = $1 AND withdrawn_at IS NULL RETURNING ${columns}`,
    [id, at],
  );
  return rows[0];
}

export async function insertReadings(
  tx: Queryable,
  reportId: number,
  readings: readonly Reading[],
): Promise<void> {
  await tx.query(
    `INSERT INTO reading (report_id, source, day, value, given_by)
     SELECT $1, source, day, value, given_by FROM unnest($2::text[], $3::date[], $4::bigint[], $5::text[])
       AS given (source, day, value, given_by)`,
    [
      reportId,
      readings.map(({ source }) => source),
      readings.map(({ date }) => date),
      readings.map(({ value }) => value),
      readings.map(({ from }) => from),
    ],
  );
}
