import { sql } from 'drizzle-orm';
import type { Reading, ReadingSource } from '../../campaigns/tracker/readings.ts';
import { type Report, readingsOf } from '../../campaigns/tracker/report.ts';
import type { ReportWay } from '../contract/values.ts';
import type { Handle } from '../database/database.ts';

/** A report that was read. */
export interface StoredReport {
  id: number;
  contentHash: string;
  name: string;
  kind: Report['kind'];
  dimension: string | null;
  month: string;
  way: ReportWay;
  readBy: string;
  readAt: string;
  withdrawnAt: string | null;
}

/** A report with who brings it and when. */
export interface GivenReport {
  name: string;
  report: Report;
  way: ReportWay;
  readBy: string;
  readAt: Date;
}

const columns = sql`id, content_hash AS "contentHash", name, kind, dimension, month, way, read_by AS "readBy",
  read_at AS "readAt", withdrawn_at AS "withdrawnAt"`;

/** Every figure of a report that was not taken back, with those that later ones replace. */
export async function readReadings(handle: Handle): Promise<Reading[]> {
  const { rows } = await handle.execute<{
    source: ReadingSource;
    day: string;
    value: string;
    from: string;
    readAt: Date | string;
  }>(sql`
    SELECT source, day::text AS day, value, given_by AS "from", read_at AS "readAt"
    FROM reading JOIN report ON report.id = report_id
    WHERE withdrawn_at IS NULL ORDER BY report_id, source, day`);
  return rows.map(({ source, day, value, from, readAt }) => ({
    source,
    date: day,
    value: Number(value),
    from,
    readAt: new Date(readAt).toISOString(),
  }));
}

/** The report with this content, unless it was taken back. */
export async function findByContent(
  handle: Handle,
  contentHash: string,
): Promise<StoredReport | undefined> {
  return (
    await select(handle, sql`WHERE content_hash = ${contentHash} AND withdrawn_at IS NULL`)
  )[0];
}

/** Reports, the latest first, those that were taken back included. */
export async function listReports(handle: Handle, limit: number): Promise<StoredReport[]> {
  return select(handle, sql`ORDER BY id DESC LIMIT ${limit}`);
}

/** Stores a report with its figures. Undefined when its content is there already. */
export async function insertReport(
  tx: Handle,
  { name, report, way, readBy, readAt }: GivenReport,
): Promise<StoredReport | undefined> {
  const dimension = 'dimension' in report ? report.dimension : null;
  const { rows } = await tx.execute<Row>(sql`
    INSERT INTO report (content_hash, name, kind, dimension, month, way, days, read_by, read_at)
    VALUES (${report.contentHash}, ${name}, ${report.kind}, ${dimension}, ${report.month}, ${way},
      ${JSON.stringify(report.days)}::jsonb, ${readBy}, ${readAt.toISOString()})
    ON CONFLICT (content_hash) WHERE withdrawn_at IS NULL DO NOTHING RETURNING ${columns}`);
  const [row] = rows;
  if (row === undefined) return undefined;
  const readings = readingsOf(report, { from: name, readAt: readAt.toISOString() });
  await insertReadings(tx, row.id, readings);
  return toReport(row);
}

/** Takes a report back. Undefined when there is none, or it was taken back before. */
export async function withdrawReport(
  tx: Handle,
  id: number,
  at: Date,
): Promise<StoredReport | undefined> {
  const { rows } = await tx.execute<Row>(sql`
    UPDATE report SET withdrawn_at = ${at.toISOString()} WHERE id = ${id} AND withdrawn_at IS NULL
    RETURNING ${columns}`);
  return rows[0] && toReport(rows[0]);
}

export async function insertReadings(
  tx: Handle,
  reportId: number,
  readings: readonly Reading[],
): Promise<void> {
  const list = (values: readonly (string | number)[]) => sql.param([...values]);
  await tx.execute(sql`
    INSERT INTO reading (report_id, source, day, value, given_by)
    SELECT ${reportId}, source, day, value, given_by FROM unnest(
      ${list(readings.map(({ source }) => source))}::text[], ${list(readings.map(({ date }) => date))}::date[],
      ${list(readings.map(({ value }) => value))}::bigint[], ${list(readings.map(({ from }) => from))}::text[]
    ) AS given (source, day, value, given_by)`);
}

type Row = Omit<StoredReport, 'readAt' | 'withdrawnAt'> & {
  readAt: Date | string;
  withdrawnAt: Date | string | null;
} & Record<string, unknown>;

async function select(handle: Handle, rest: ReturnType<typeof sql>): Promise<StoredReport[]> {
  const { rows } = await handle.execute<Row>(sql`SELECT ${columns} FROM report ${rest}`);
  return rows.map(toReport);
}

function toReport(row: Row): StoredReport {
  return {
    ...row,
    readAt: new Date(row.readAt).toISOString(),
    withdrawnAt: row.withdrawnAt === null ? null : new Date(row.withdrawnAt).toISOString(),
  };
}
