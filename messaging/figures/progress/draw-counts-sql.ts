import { type DrawCount, lookDays } from '../../../campaigns/activities/board-draw.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { dayOf } from '../../platform/database/day-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/**
 * Boards of draws whose week is over by a day, by district: how many another office than the district looked at, and did not
 * find at its latest look.
 */
export async function readDrawCounts(
  database: Queryable,
  today: Day,
): Promise<Map<string, DrawCount>> {
  const { rows } = await database.query<DrawCount & { district: string }>(
    `SELECT split_part(key, '/', 1) AS district, count(*)::int AS drawn, count(i.state)::int AS looked,
       count(*) FILTER (WHERE i.state = 'missing')::int AS missing
     FROM board_draw AS d CROSS JOIN unnest(d.drawn) AS key
     LEFT JOIN LATERAL (
       SELECT state FROM board_inspection
       WHERE district || '/' || station = key AND role <> 'district'
         AND ${dayOf('inspected_at')} BETWEEN d.week AND d.week + $2::int
       ORDER BY inspected_at DESC, id DESC LIMIT 1
     ) AS i ON true
     WHERE d.week + 7 <= $1::date GROUP BY 1`,
    [today, lookDays],
  );
  return new Map(rows.map(({ district, ...counts }) => [district, counts]));
}
