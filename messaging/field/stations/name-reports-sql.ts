import type { z } from 'zod';
import { execute, queryRow, queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { report } from './stations-schemas.ts';

/** `shown`: the name as it stood then; `suggested`: as it ought to be. */
export type NameReport = z.output<typeof report>;

/** More of one station are not taken until some are settled: the district has enough to look at. */
const mostOpenReports = 20;

/**
 * Keeps what a citizen says of a name; the same once more while it is open is not kept twice.
 * @returns false where the station has too many open ones
 */
export async function addReport(
  database: Queryable,
  report: Omit<NameReport, 'id' | 'reportedAt'>,
): Promise<boolean> {
  const { district, station, shown, suggested, note } = report;
  const row = await queryRow<{ open: string }>(database)`
    SELECT count(*) AS open FROM name_report
    WHERE district = ${district} AND station = ${station} AND state = 'open'`;
  if (Number(row?.open) >= mostOpenReports) return false;
  await database.query(
    `INSERT INTO name_report (district, station, shown, suggested, note)
     SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS (SELECT FROM name_report
       WHERE district = $1 AND station = $2 AND suggested = $4 AND note = $5 AND state = 'open')`,
    [district, station, shown, suggested, note],
  );
  return true;
}

/** Open reports of some districts, the oldest first. */
export async function openReports(
  database: Queryable,
  districts: readonly string[],
): Promise<NameReport[]> {
  const rows = await queryRows<Omit<NameReport, 'id'> & { id: string }>(database)`
    SELECT id, district, station, shown, suggested, note, reported_at AS "reportedAt" FROM name_report
    WHERE state = 'open' AND district = ANY(${districts}) ORDER BY reported_at, id LIMIT 2000`;
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

/** How many wait in some districts, and since when. */
export async function countOpenReports(
  database: Queryable,
  districts: readonly string[],
): Promise<{ count: number; since: Date | null }> {
  const row = await queryRow<{ count: string; since: Date | null }>(database)`
    SELECT count(*) AS count, min(reported_at) AS since FROM name_report
    WHERE state = 'open' AND district = ANY(${districts})`;
  return { count: Number(row?.count ?? 0), since: row?.since ?? null };
}

/** Settles an open report. @returns its place, or undefined if there is no such report or it is settled already */
export function settleReport(
  tx: Queryable,
  id: number,
  outcome: { state: 'done' | 'dismissed'; by: string; districts: readonly string[] },
): Promise<{ district: string; station: string } | undefined> {
  return queryRow<{ district: string; station: string }>(tx)`
    UPDATE name_report SET state = ${outcome.state}, decided_by = ${outcome.by}, decided_at = now()
    WHERE id = ${id} AND state = 'open' AND district = ANY(${outcome.districts}) RETURNING district, station`;
}

/** Deletes reports that were settled so many days ago. */
export async function deleteSettledReports(database: Queryable, days: number): Promise<number> {
  return execute(database)`
    DELETE FROM name_report WHERE decided_at < now() - ${days}::int * interval '1 day'`;
}

/** Closes the open reports on a station that its district has corrected. */
export async function settleReports(
  tx: Queryable,
  place: { district: string; station: string },
  by: string,
): Promise<void> {
  await execute(tx)`
    UPDATE name_report SET state = 'done', decided_by = ${by}, decided_at = now()
    WHERE district = ${place.district} AND station = ${place.station} AND state = 'open'`;
}
