import { addDays, type Day, toInstant } from '../../../campaigns/tracker/clock.ts';
import type { CodeReportKind } from '../../contract/values.ts';
import type { Waiting } from '../../contract/waiting.ts';
import { execute, queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { ReportedCode } from './code-reports-schemas.ts';

export interface CodeReport {
  code: string;
  district: string;
  station: string;
  kind: CodeReportKind;
  day: Day;
  /** 63 bits that tell the visitors of that day apart. */
  visitor: bigint;
}

/** So many within these days raise the alert; one visitor counts once a day. */
const alertReports = 3;
const alertDays = 30;
/** More of a code are not kept until the district has looked: they would say nothing new. */
const mostOpenReports = 50;

export async function insertCodeReport(
  database: Queryable,
  { code, district, station, kind, day, visitor }: CodeReport,
): Promise<void> {
  await database.query(
    `INSERT INTO code_report (code, district, station, kind, day, visitor) SELECT $1, $2, $3, $4, $5, $6
     WHERE (SELECT count(*) FROM code_report WHERE code = $1 AND resolved_at IS NULL) < $7
     ON CONFLICT (code, day, visitor) DO NOTHING`,
    [code, district, station, kind, day, visitor, mostOpenReports],
  );
}

interface Area {
  districts: readonly string[];
  today: Day;
}

/** Codes with so many open reports that somebody must look, the longest waiting first. */
export function readReportedCodes(
  database: Queryable,
  { districts, today }: Area,
): Promise<Omit<ReportedCode, 'name'>[]> {
  return queryRows<Omit<ReportedCode, 'name'>>(database)`
    SELECT code, district, station, min(day)::text AS since, json_build_object(
      'stuck-over', count(*) FILTER (WHERE kind = 'stuck-over'), 'damaged',
        count(*) FILTER (WHERE kind = 'damaged'),
      'elsewhere', count(*) FILTER (WHERE kind = 'elsewhere')) AS kinds
    FROM code_report WHERE resolved_at IS NULL AND district = ANY (${districts})
      AND day > ${addDays(today, -alertDays)}
    GROUP BY code, district, station HAVING count(*) >= ${alertReports} ORDER BY min(day), code LIMIT 500`;
}

export async function countReportedCodes(database: Queryable, area: Area): Promise<Waiting> {
  const codes = await readReportedCodes(database, area);
  const since = codes[0]?.since;
  return { count: codes.length, since: since === undefined ? null : toInstant(since, '00:00') };
}

/** @returns how many reports were open */
export async function resolveCodeReports(tx: Queryable, code: string, at: Date): Promise<number> {
  return execute(tx)`
    UPDATE code_report SET resolved_at = ${at} WHERE code = ${code} AND resolved_at IS NULL`;
}

/** Deletes reports older than that, and forgets which visitor of a past day was which. */
export async function deleteOldCodeReports(
  database: Queryable,
  today: Day,
  days: number,
): Promise<number> {
  await execute(database)`
    UPDATE code_report SET visitor = NULL WHERE visitor IS NOT NULL AND day < ${today}`;
  return execute(database)`DELETE FROM code_report WHERE day < ${addDays(today, -days)}`;
}
