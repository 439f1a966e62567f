import type { z } from 'zod';
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
  const { rows } = await database.query<{ open: string }>(
    `SELECT count(*) AS open FROM name_report
     WHERE district = $1 AND station = $2 AND state = 'open'`,
    [district, station],
  );
  if (Number(rows[0]?.open) >= mostOpenReports) return false;
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
  const { rows } = await database.query<Omit<NameReport, 'id'> & { id: string }>(
    `SELECT id, district, station, shown, suggested, note, reported_at AS "reportedAt" FROM name_report
     WHERE state = 'open' AND district = ANY($1) ORDER BY reported_at, id LIMIT 2000`,
    [districts],
  );
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

/** How many wait in some districts, and since when. */
export async function countOpenReports(
  database: Queryable,
  districts: readonly string[],
): Promise<{ count: number; since: Date | null }> {
  const { rows } = await database.query<{ count: string; since: Date | null }>(
    `SELECT count(*) AS count, min(reported_at) AS since FROM name_report
     WHERE state = 'open' AND district = ANY($1)`,
    [districts],
  );
  return { count: Number(rows[0]?.count ?? 0), since: rows[0]?.since ?? null };
}

/** Settles an open report. @returns its place, or undefined if there is no such report or it is settled already */
export async function settleReport(
  tx: Queryable,
  id: number,
  outcome: { state: 'done' | 'dismissed'; by: string; districts: readonly string[] },
): Promise<{ district: string; station: string } | undefined> {
  const { rows } = await tx.query<{ district: string; station: string }>(
    `UPDATE name_report SET state = $2, decided_by = $3, decided_at = now()
     WHERE id = $1 AND state = 'open' AND district = ANY($4) RETURNING district, station`,
    [id, outcome.state, outcome.by, outcome.districts],
  );
  return rows[0];
}

/** Deletes reports that were settled so many days ago. */
export async function deleteSettledReports(database: Queryable, days: number): Promise<number> {
  const { rowCount } = await database.query(
    `DELETE FROM name_report WHERE decided_at < now() - $1::int * interval '1 day'`,
    [days],
  );
  return rowCount ?? 0;
}

/** Closes the open reports on a station that its district has corrected. */
export async function settleReports(
  tx: Queryable,
  place: { district: string; station: string },
  by: string,
): Promise<void> {
  await tx.query(
    `UPDATE name_report SET state = 'done', decided_by = $3, decided_at = now()
     WHERE district = $1 AND station = $2 AND state = 'open'`,
    [place.district, place.station, by],
  );
}
