import type { Day } from '../../../../campaigns/tracker/clock.ts';
import type { Queryable } from '../../../../messaging/platform/database/transaction.ts';

/** Days from the first to the last, both included. */
interface DayRange {
  from: Day;
  to: Day;
}

interface ScanCount {
  scans: number;
  visitors: number;
}

const counts = 'sum(scans)::float8 AS scans, sum(visitors)::float8 AS visitors';

/** Scans of each district, the most first; codes of the whole state are under an empty district. */
export async function districtScans(
  database: Queryable,
  days: DayRange,
): Promise<(ScanCount & { district: string; android: number; ios: number })[]> {
  const { rows } = await database.query<
    ScanCount & { district: string; android: number; ios: number }
  >(
    `SELECT district, ${counts}, sum(android)::float8 AS android, sum(ios)::float8 AS ios
     FROM scan_by_district WHERE day BETWEEN $1 AND $2 GROUP BY district ORDER BY 2 DESC, district`,
    [days.from, days.to],
  );
  return rows;
}

/** Scans of each day and channel. */
export async function dailyScans(
  database: Queryable,
  days: DayRange,
): Promise<(ScanCount & { day: Day; channel: string })[]> {
  const { rows } = await database.query<ScanCount & { day: Day; channel: string }>(
    `SELECT day::text AS day, channel, ${counts}
     FROM scan_by_district WHERE day BETWEEN $1 AND $2 GROUP BY 1, channel ORDER BY 1, channel`,
    [days.from, days.to],
  );
  return rows;
}

/** Scans of each code of a district: which boards and pamphlets are used. */
export async function codeScans(
  database: Queryable,
  days: DayRange & { district: string },
): Promise<(ScanCount & { code: string; channel: string; notCounted: number })[]> {
  const { rows } = await database.query<
    ScanCount & { code: string; channel: string; notCounted: number }
  >(
    `SELECT code, channel, ${counts}, sum(not_counted)::float8 AS "notCounted"
     FROM scan_by_code WHERE district = $1 AND day BETWEEN $2 AND $3
     GROUP BY code, channel ORDER BY 3 DESC, code`,
    [days.district, days.from, days.to],
  );
  return rows;
}
