import type { z } from 'zod';
import { judgedDays } from '../../../campaigns/held-acts/judge-totals.ts';
import type { FigureEvidence } from '../../../campaigns/tracker/progress-file.ts';
import type { Reading, ReadingSource, ReportWay } from '../../../campaigns/tracker/readings.ts';
import { dayOf } from '../../platform/database/day-sql.ts';
import { insertNewRow, selectFields } from '../../platform/database/rows-sql.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { ReportFigures } from './report-decoder.ts';
import { storedReport } from './reports-schemas.ts';

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
const columns = selectFields(storedReport, {
  figureCount: `CASE WHEN kind = 'manual' THEN jsonb_array_length(days) ELSE 0 END`,
  figures: `CASE WHEN kind = 'manual' THEN (
    SELECT coalesce(jsonb_agg(jsonb_build_object('date', d->'date', 'downloads', d->'downloads')), '[]')
    FROM (SELECT d FROM jsonb_array_elements(days) AS d LIMIT ${shownFigures}) AS first
  ) ELSE '[]' END`,
});

/**
 * SQL for the reports that a change is judged against: those that a second officer had before him when he accepted one, and
 * those that are there for eight weeks. At no moment, all of them.
 */
export const settledReports = (at: string) =>
  `(${at}::timestamptz IS NULL OR accepted_by IS NOT NULL OR read_at < ${at} - interval '${judgedDays} days'
    OR EXISTS (SELECT FROM report AS later WHERE later.id > report.id AND later.accepted_by IS NOT NULL
      AND later.withdrawn_at IS NULL AND (later.kind = 'app-services') = (report.kind = 'app-services')))`;

/** Every figure of a report that was not taken back, with those that later ones replace. @param at only those settled then */
export async function readReadings(database: Queryable, at?: Date): Promise<Reading[]> {
  const { rows } = await database.query<{
    source: ReadingSource;
    day: string;
    value: string;
    from: string;
    readAt: Date;
  }>(
    `SELECT source, day::text AS day, value, given_by AS "from", read_at AS "readAt"
     FROM reading JOIN report ON report.id = report_id
     WHERE withdrawn_at IS NULL AND ${settledReports('$1')} ORDER BY report_id, source, day`,
    [at ?? null],
  );
  return rows.map(({ source, day, value, from, readAt }) => ({
    source,
    date: day,
    value: Number(value),
    from,
    readAt: readAt.toISOString(),
  }));
}

const shownEvidence = 60;

/**
 * Files and entries that downloads are counted from, the latest first, with those taken back. A file is named as its store
 * names it; typed figures by their source, which was read before it became public and goes with its figure.
 */
export function listEvidence(database: Queryable): Promise<FigureEvidence[]> {
  return queryRows<FigureEvidence>(database)`
    SELECT CASE WHEN kind <> 'manual' THEN name WHEN withdrawn_at IS NULL THEN given_by ELSE '' END AS "from",
      source, way, ${raw(dayOf('read_at'))}::text AS "readOn", accepted_by IS NOT NULL AS "secondOfficer",
      ${raw(dayOf('withdrawn_at'))}::text AS "withdrawnOn"
    FROM report JOIN LATERAL
      (SELECT source, given_by FROM reading WHERE report_id = report.id LIMIT 1) AS given ON true
    ORDER BY report.id DESC LIMIT ${shownEvidence}`;
}

/** Words that say where figures are from, as the public reads them now. */
export async function listReadSources(database: Queryable): Promise<string[]> {
  const rows = await queryRows<{ source: string }>(database)`
    SELECT given_by AS source FROM reading JOIN report ON report.id = report_id
      WHERE kind = 'manual' AND withdrawn_at IS NULL
    UNION SELECT name FROM report WHERE kind <> 'manual' AND withdrawn_at IS NULL`;
  return rows.map(({ source }) => source);
}

/** The report with this content, unless it was taken back. */
export function findByContent(
  database: Queryable,
  contentHash: string,
): Promise<StoredReport | undefined> {
  return queryRow<StoredReport>(database)`
    SELECT ${raw(columns)} FROM report WHERE content_hash = ${contentHash} AND withdrawn_at IS NULL`;
}

/** Reports, the latest first, those that were taken back included. */
export function listReports(database: Queryable, limit: number): Promise<StoredReport[]> {
  return queryRows<StoredReport>(database)`
    SELECT ${raw(columns)} FROM report ORDER BY id DESC LIMIT ${limit}`;
}

/** Stores a report with its figures. Undefined when its content is there already. */
export async function insertReport(
  tx: Queryable,
  { name, report, way, readBy, readAt, acceptedBy, reason = '' }: GivenReport,
): Promise<StoredReport | undefined> {
  const { contentHash, kind, dimension, month, daysJson: days, readings } = report;
  const row = await insertNewRow<StoredReport>(
    tx,
    'report',
    { contentHash, name, kind, dimension, month, way, days, readBy, readAt, acceptedBy, reason },
    columns,
  );
  if (row === undefined) return undefined;
  await insertReadings(tx, row.id, readings);
  return row;
}

/** Takes a report back. Undefined when there is none, or it was taken back before. */
export function withdrawReport(
  tx: Queryable,
  id: number,
  at: Date,
): Promise<StoredReport | undefined> {
  return queryRow<StoredReport>(tx)`
    UPDATE report SET withdrawn_at = ${at} WHERE id = ${id} AND withdrawn_at IS NULL RETURNING ${raw(columns)}`;
}

export async function insertReadings(
  tx: Queryable,
  reportId: number,
  readings: readonly Reading[],
): Promise<void> {
  await execute(tx)`
    INSERT INTO reading (report_id, source, day, value, given_by)
    SELECT ${reportId}, source, day, value, given_by
      FROM unnest(${readings.map(({ source }) => source)}::text[],
      ${readings.map(({ date }) => date)}::date[], ${readings.map(({ value }) => value)}::bigint[],
      ${readings.map(({ from }) => from)}::text[])
      AS given (source, day, value, given_by)`;
}
