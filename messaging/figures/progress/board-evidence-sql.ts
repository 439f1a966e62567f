import { countedStatuses } from '../../../campaigns/activities/activity-status.ts';
import { lookDays } from '../../../campaigns/activities/board-draw.ts';
import type { BoardEvidence } from '../../../campaigns/activities/board-level.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import { dayOf } from '../../platform/database/day-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/**
 * Inspections that move what is known of a board: that it is not there by the officer's word, that it is there by live pictures,
 * which no desk takes.
 */
export const countedInspections = `(
  SELECT i.* FROM board_inspection AS i LEFT JOIN board_capture AS c ON c.id = i.capture
  WHERE i.state = 'missing' OR i.by_word OR c.live
)`;

/** The day since which a board hangs: no later than its entry, as its day is typed. A board that was not there is no other by it. */
export const hangingSince = (entry: string) =>
  `least(${entry}.day, ${dayOf(`${entry}.entered_at`)})`;

/**
 * Evidence of the boards that count, by the station's key. An approved entry is pictured where it had a picture, also
 * after that was deleted. The office that hangs boards is the district; what it says against itself is believed. Live pictures
 * of a doubted board wait for another office.
 * @param districts left out for all
 */
export async function readBoardEvidence(
  database: Queryable,
  districts: readonly string[] | null = null,
): Promise<Map<string, BoardEvidence>> {
  const { rows } = await database.query<BoardEvidence & { district: string; id: string }>(
    `WITH inspected AS (
       SELECT district, station, max(inspected_at) FILTER (WHERE role <> 'district') AS second_at,
         (array_agg(state ORDER BY inspected_at DESC, id DESC) FILTER (WHERE role <> 'district'))[1] AS second,
         max(inspected_at) FILTER (WHERE role = 'district') AS own_at,
         (array_agg(state ORDER BY inspected_at DESC, id DESC) FILTER (WHERE role = 'district'))[1] AS own
       FROM ${countedInspections} AS counted GROUP BY district, station
     ), captured AS (
       SELECT district, station, max(told_at) AS live FROM board_capture WHERE live GROUP BY district, station
     )
     SELECT a.district, a.station AS id, ${hangingSince('a')}::text AS reported,
       a.status = 'verified' OR (a.status = 'approved' AND (a.photo IS NOT NULL OR EXISTS (
         SELECT FROM activity_version AS v WHERE v.activity_id = a.id AND v.state->>'photo' IS NOT NULL
       ))) AS pictured,
       c.live, CASE WHEN i.second <> 'missing' THEN i.second_at END AS seen,
       CASE WHEN i.second = 'missing' THEN i.second_at
         WHEN i.own = 'missing' AND (i.second_at IS NULL OR i.own_at > i.second_at) THEN i.own_at END AS missing
     FROM activity AS a LEFT JOIN inspected AS i USING (district, station) LEFT JOIN captured AS c USING (district, station)
     WHERE a.kind = 'board' AND a.station IS NOT NULL AND a.status = ANY ($1::text[])
       AND ($2::text[] IS NULL OR a.district = ANY ($2))`,
    [countedStatuses, districts],
  );
  const doubted = await readDoubtedBoards(database, districts);
  return new Map(
    rows.map(({ district, id, ...found }) => {
      const key = stationKey({ district, id });
      return [key, doubted.has(key) ? { ...found, live: null } : found];
    }),
  );
}

/**
 * Boards that the officer entered in the same month as one that was drawn and not there, unless the district had said so
 * itself, until another office has seen them: the station of that one, by the station's key.
 */
export async function readDoubtedBoards(
  database: Queryable,
  districts: readonly string[] | null,
): Promise<Map<string, string>> {
  const { rows } = await database.query<{ district: string; id: string; missed: string }>(
    `SELECT DISTINCT ON (o.district, o.station) o.district, o.station AS id, a.station AS missed
     FROM board_draw AS d CROSS JOIN unnest(d.drawn) AS key
     JOIN board_inspection AS i ON i.district || '/' || i.station = key AND i.role <> 'district' AND i.state = 'missing'
       AND ${dayOf('i.inspected_at')} BETWEEN d.week AND d.week + $3::int
     JOIN activity AS a ON a.kind = 'board' AND a.district = i.district AND a.station = i.station
     JOIN activity AS o ON o.kind = 'board' AND o.district = a.district AND o.station <> a.station
       AND o.entered_by = a.entered_by AND date_trunc('month', o.day) = date_trunc('month', a.day)
     WHERE ($1::text[] IS NULL OR o.district = ANY ($1)) AND o.status = ANY ($2::text[]) AND NOT EXISTS (
       SELECT FROM board_inspection AS own WHERE own.district = i.district AND own.station = i.station
         AND own.role = 'district' AND own.state = 'missing' AND ${dayOf('own.inspected_at')} < d.week
     ) AND NOT EXISTS (
       SELECT FROM ${countedInspections} AS s WHERE s.district = o.district AND s.station = o.station
         AND s.role <> 'district' AND s.inspected_at >= i.inspected_at
     ) ORDER BY o.district, o.station, i.inspected_at DESC`,
    [districts, countedStatuses, lookDays],
  );
  return new Map(rows.map(({ district, id, missed }) => [stationKey({ district, id }), missed]));
}
