import { addDays, type Day } from '../../../campaigns/tracker/clock.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { StationRecordAnswer } from './station-records-schemas.ts';

interface Place {
  district: string;
  station: string;
}
const weeksShown = 12;

export async function readVersions(
  database: Queryable,
  { district, station }: Place,
): Promise<StationRecordAnswer['versions']> {
  const { rows } = await database.query<StationRecordAnswer['versions'][number]>(
    `SELECT artwork, sha256, made_at AS "madeAt", superseded_at AS "supersededAt" FROM artwork_version
     WHERE district = $1 AND station = $2
     ORDER BY artwork, superseded_at DESC NULLS FIRST, made_at DESC LIMIT 60`,
    [district, station],
  );
  return rows;
}

/** Weeks of seven days; the last one ends today. */
export async function readWeeks(
  database: Queryable,
  codes: readonly string[],
  today: Day,
): Promise<StationRecordAnswer['weeks']> {
  const { rows } = await database.query<{ ago: number; scans: number }>(
    `SELECT ($2::date - day) / 7 AS ago, sum(scans)::int AS scans FROM scan_by_code
     WHERE code = ANY ($1::text[]) AND day > $2::date - $3::int AND day <= $2::date GROUP BY ago`,
    [codes, today, weeksShown * 7],
  );
  const counts = new Map(rows.map(({ ago, scans }) => [ago, scans]));
  return Array.from({ length: weeksShown }, (_, at) => {
    const ago = weeksShown - 1 - at;
    const last = addDays(today, -7 * ago);
    return { first: addDays(last, -6), last, scans: counts.get(ago) ?? 0 };
  });
}
