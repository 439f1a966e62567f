import type { Stop } from '../../../campaigns/activities/leaps.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import { addDays, type Day } from '../../../campaigns/tracker/clock.ts';
import { countedInspections, hangingSince } from '../../figures/progress/board-evidence-sql.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
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
  { state, remark, by, role, at, capture }: Inspection & { role: string; capture: string | null },
): Promise<void> {
  await execute(tx)`
    INSERT INTO board_inspection (district, station, state, remark, inspected_by, role, inspected_at, capture)
    VALUES (${district}, ${station}, ${state}, ${remark}, ${by}, ${role}, ${at}, ${capture})`;
}

/** The inspection that live pictures were handed in for. */
export function findPictured(
  database: Queryable,
  capture: string,
): Promise<Inspection | undefined> {
  return queryRow<Inspection>(database)`
    SELECT state, remark, inspected_by AS by, inspected_at AS at FROM board_inspection
      WHERE capture = ${capture}`;
}

/** Live pictures of these days, and where each phone was. */
export async function readStops(database: Queryable, { until, days }: BoardDays): Promise<Stop[]> {
  const rows = await queryRows<
    Omit<Stop, 'place'> & { lon: number | null; lat: number | null; accuracyM: number | null }
  >(database)`
    SELECT district, station, person_id AS person, taken_by AS by, told_at AS at, lon, lat,
      accuracy_m AS "accuracyM"
    FROM board_capture WHERE live AND told_at >= ${until}::date - ${days}::int`;
  return rows.map(({ lon, lat, accuracyM, ...stop }) => ({
    ...stop,
    place: lon === null || lat === null ? null : { lon, lat, accuracyM: accuracyM ?? 0 },
  }));
}

/** Words that count, and those against a board, which are believed without a picture. */
const believed = `(SELECT * FROM ${countedInspections} AS counted UNION SELECT * FROM board_inspection WHERE state = 'damaged')`;

/**
 * The latest inspection of each station's board, by the station's key.
 * @param since of those that count by another office than the district, from then on
 */
export async function readInspections(
  database: Queryable,
  districts: readonly string[],
  since: Date | null = null,
): Promise<Map<string, Inspection>> {
  const { rows } = await database.query<Place & Inspection>(
    `SELECT DISTINCT ON (district, station) district, station, state, remark, inspected_by AS by, inspected_at AS at
     FROM ${since === null ? believed : countedInspections} AS inspection
     WHERE district = ANY ($1) AND ($2::timestamptz IS NULL OR (role <> 'district' AND inspected_at >= $2))
     ORDER BY district, station, inspected_at DESC, id DESC`,
    [districts, since],
  );
  return new Map(
    rows.map(({ district, station, ...found }) => [stationKey({ district, id: station }), found]),
  );
}

/** Days on which boards were hung, by the station's key: of several entries the latest. */
export async function readHangingDays(
  database: Queryable,
  districts: readonly string[],
): Promise<Map<string, Day>> {
  const rows = await queryRows<Place & { day: Day }>(database)`
    SELECT district, station, max(${raw(hangingSince('activity'))})::text AS day FROM activity
    WHERE kind = 'board' AND station IS NOT NULL AND district = ANY (${districts})
      AND status NOT IN ('withdrawn', 'rejected')
    GROUP BY district, station`;
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
