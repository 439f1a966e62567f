import { countedStatuses } from '../../../campaigns/activities/activity-status.ts';
import { lookDays } from '../../../campaigns/activities/board-draw.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import { addDays, type Day } from '../../../campaigns/tracker/clock.ts';
import { dayOf } from '../../platform/database/day-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { InspectedBoard } from './inspections-schemas.ts';

export type Inspection = NonNullable<InspectedBoard['inspection']>;
interface Place {
  district: string;
  station: string;
}

export async function insertInspection(
  tx: Queryable,
  { district, station }: Place,
  { state, remark, by, role, at }: Inspection & { role: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO board_inspection (district, station, state, remark, inspected_by, role, inspected_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [district, station, state, remark, by, role, at],
  );
}

/**
 * The latest inspection of each station's board, by the station's key.
 * @param since of those by another office than the district, from then on
 */
export async function readInspections(
  database: Queryable,
  districts: readonly string[],
  since: Date | null = null,
): Promise<Map<string, Inspection>> {
  const { rows } = await database.query<Place & Inspection>(
    `SELECT DISTINCT ON (district, station) district, station, state, remark, inspected_by AS by, inspected_at AS at
     FROM board_inspection
     WHERE district = ANY ($1) AND ($2::timestamptz IS NULL OR (role <> 'district' AND inspected_at >= $2))
     ORDER BY district, station, inspected_at DESC, id DESC`,
    [districts, since],
  );
  return new Map(
    rows.map(({ district, station, ...found }) => [stationKey({ district, id: station }), found]),
  );
}

/**
 * Boards that the officer entered in the same month as one that was drawn and not there, until another office has seen
 * them: the station of that one, by the station's key.
 */
export async function readDoubtedBoards(
  database: Queryable,
  districts: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await database.query<Place & { missed: string }>(
    `SELECT DISTINCT ON (o.district, o.station) o.district, o.station, a.station AS missed
     FROM board_draw AS d CROSS JOIN unnest(d.drawn) AS key
     JOIN board_inspection AS i ON i.district || '/' || i.station = key AND i.role <> 'district' AND i.state = 'missing'
       AND ${dayOf('i.inspected_at')} BETWEEN d.week AND d.week + $3::int
     JOIN activity AS a ON a.kind = 'board' AND a.district = i.district AND a.station = i.station
     JOIN activity AS o ON o.kind = 'board' AND o.district = a.district AND o.station <> a.station
       AND o.entered_by = a.entered_by AND date_trunc('month', o.day) = date_trunc('month', a.day)
     WHERE o.district = ANY ($1) AND o.status = ANY ($2::text[]) AND NOT EXISTS (
       SELECT FROM board_inspection AS s WHERE s.district = o.district AND s.station = o.station
         AND s.role <> 'district' AND s.inspected_at >= i.inspected_at
     ) ORDER BY o.district, o.station, i.inspected_at DESC`,
    [districts, countedStatuses, lookDays],
  );
  return new Map(
    rows.map(({ district, station, missed }) => [stationKey({ district, id: station }), missed]),
  );
}

/** Days on which boards were hung, by the station's key: of several entries the latest. */
export async function readHangingDays(
  database: Queryable,
  districts: readonly string[],
): Promise<Map<string, Day>> {
  const { rows } = await database.query<Place & { day: Day }>(
    `SELECT district, station, max(day)::text AS day FROM activity
     WHERE kind = 'board' AND station IS NOT NULL AND district = ANY ($1) AND status NOT IN ('withdrawn', 'rejected')
     GROUP BY district, station`,
    [districts],
  );
  return new Map(
    rows.map(({ district, station, day }) => [stationKey({ district, id: station }), day]),
  );
}

/** The latest days of the scans of boards. */
export interface BoardDays {
  until: Day;
  days: number;
}

/** Scans of boards by code and day, of districts. */
export async function readBoardScans(
  database: Queryable,
  districts: readonly string[],
  { until, days }: BoardDays,
): Promise<Map<string, number[]>> {
  const { rows } = await database.query<{ code: string; at: number; scans: number }>(
    `SELECT code, (day - $2::date)::int AS at, scans FROM scan_by_code
     WHERE channel = 'board' AND scans > 0 AND district = ANY ($1) AND day BETWEEN $2::date AND $3::date`,
    [districts, addDays(until, 1 - days), until],
  );
  const byCode = new Map<string, number[]>();
  for (const { code, at, scans } of rows) {
    const counts = byCode.get(code) ?? new Array<number>(days).fill(0);
    counts[at] = scans;
    byCode.set(code, counts);
  }
  return byCode;
}

/** Scans of all boards of the state by day. */
export async function readStateScans(
  database: Queryable,
  { until, days }: BoardDays,
): Promise<number[]> {
  const { rows } = await database.query<{ at: number; scans: number }>(
    `SELECT (day - $1::date)::int AS at, sum(scans)::int AS scans FROM scan_by_district
     WHERE channel = 'board' AND day BETWEEN $1::date AND $2::date GROUP BY day`,
    [addDays(until, 1 - days), until],
  );
  const counts = new Array<number>(days).fill(0);
  for (const { at, scans } of rows) counts[at] = scans;
  return counts;
}
