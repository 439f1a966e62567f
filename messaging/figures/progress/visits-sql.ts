import type { Registry } from '../../../campaigns/links/registry.ts';
import { addDays, type Day } from '../../../campaigns/tracker/clock.ts';
import type { CodeVisits } from '../../../campaigns/tracker/visits.ts';
import { dayOf } from '../../platform/database/day-sql.ts';
import { queryRow, queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { openVisitors } from '../../scanning/scans/scans-sql.ts';

/** The day from which a visitor is a network of a day; null where nobody was counted otherwise. */
export async function readNetworksFrom(database: Queryable): Promise<Day | null> {
  const row = await queryRow<{ day: Day | null }>(database)`
    SELECT networks_from::text AS day FROM progress_version`;
  return row?.day ?? null;
}

/** Visitors of each code of a district on the latest days, without those who came with a patrol. */
export async function readCodeVisits(
  database: Queryable,
  { until, days }: { until: Day; days: number },
): Promise<(CodeVisits & { code: string })[]> {
  const { rows } = await database.query<{
    code: string;
    district: string;
    at: number[];
    visits: number[];
  }>(
    `WITH beside AS (
       SELECT code, ${dayOf('inspected_at')} AS day, sum(scans_beside)::int AS scans
       FROM board_inspection WHERE scans_beside > 0 GROUP BY 1, 2
     ), open AS (
       SELECT day, code, count(*)::int AS visits FROM (${openVisitors}) AS seen GROUP BY day, code
     )
     SELECT code, district, array_agg(day - $1::date) AS at, array_agg(greatest(0, coalesce(known.visits,
       CASE WHEN day >= (SELECT min(day) FROM scan_visitor) THEN coalesce(open.visits, 0) ELSE visitors END
     ) - coalesce(beside.scans, 0))) AS visits
     FROM scan_by_code AS known LEFT JOIN beside USING (code, day) LEFT JOIN open USING (day, code)
     WHERE day BETWEEN $1::date AND $2::date AND visitors > 0 AND district <> ''
     GROUP BY code, district`,
    [addDays(until, 1 - days), until],
  );
  return rows.map(({ code, district, at, visits }) => {
    const counts = new Array<number>(days).fill(0);
    at.forEach((day, index) => {
      counts[day] = visits[index] as number;
    });
    return { code, district, visits: counts };
  });
}

/**
 * Counts the scans within a minute of each inspection whose time is over: people who come along with a patrol are not the public.
 * @param now the spool is empty up to a delay before it
 */
export async function countScansBeside(
  database: Queryable,
  registry: Registry,
  now: Date,
): Promise<void> {
  const rows = await queryRows<{ id: number; district: string; station: string }>(database)`
    SELECT id, district, station FROM board_inspection
    WHERE scans_beside IS NULL AND inspected_at < ${now}::timestamptz - interval '10 minutes' LIMIT 500`;
  for (const { id, district, station } of rows) {
    const owner = { scope: 'station', district, station } as const;
    await database.query(
      `UPDATE board_inspection AS own SET code = $2, scans_beside = (
         SELECT count(*) FROM scan WHERE scan.code = $2 AND visitor_kind = 0
           AND at BETWEEN own.inspected_at - interval '1 minute' AND own.inspected_at + interval '1 minute'
       ) WHERE id = $1`,
      [id, registry.has(owner) ? registry.codeFor(owner, 'board') : ''],
    );
  }
}
