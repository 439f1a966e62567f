import type { Pool } from 'pg';
import { hourMs } from '../../../campaigns/durations.ts';
import { type Day, toDay } from '../../../campaigns/tracker/clock.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { type Scan, scanPlatforms, visitorKinds } from './scan-payload.ts';

/**
 * One statement, so that a scan and its counters are stored together or not at all: rows that are new to `scan` are
 * counted, and those that it has already are not. Rows are ordered, so that two processes lock them in the same order.
 */
const statement = `
WITH given AS (
  SELECT DISTINCT ON (id) * FROM unnest($1::bigint[], $2::timestamptz[], $3::date[], $4::text[], $5::text[], $6::text[],
    $7::smallint[], $8::smallint[], $9::bigint[])
    AS given (id, at, day, code, channel, district, platform, visitor_kind, visitor)
  ORDER BY id
), fresh AS (
  INSERT INTO scan (id, at, platform, visitor_kind, code)
  SELECT id, at, platform, visitor_kind, code FROM given
  ON CONFLICT (id) DO NOTHING RETURNING id
), counted AS (
  SELECT given.* FROM given JOIN fresh USING (id)
), person AS (
  INSERT INTO scan_visitor (day, code, visitor)
  SELECT DISTINCT day, code, visitor FROM counted WHERE visitor_kind = 0 ORDER BY day, code, visitor
  ON CONFLICT DO NOTHING RETURNING day, code
), persons AS (
  SELECT day, code, count(*)::int AS visitors FROM person GROUP BY day, code
), code_day AS (
  SELECT day, code, max(channel) AS channel, max(district) AS district,
    count(*) FILTER (WHERE visitor_kind = 0)::int AS scans,
    coalesce(max(persons.visitors), 0) AS visitors, count(*) FILTER (WHERE visitor_kind <> 0)::int AS not_counted,
    count(*) FILTER (WHERE visitor_kind = 0 AND platform = 0)::int AS android,
    count(*) FILTER (WHERE visitor_kind = 0 AND platform = 1)::int AS ios
  FROM counted LEFT JOIN persons USING (day, code)
  GROUP BY day, code
), by_code AS (
  INSERT INTO scan_by_code AS known (day, code, channel, district, scans, visitors, not_counted)
  SELECT day, code, channel, district, scans, visitors, not_counted FROM code_day ORDER BY code, day
  ON CONFLICT (code, day) DO UPDATE SET scans = known.scans + excluded.scans,
    visitors = known.visitors + excluded.visitors, not_counted = known.not_counted + excluded.not_counted
), by_district AS (
  INSERT INTO scan_by_district AS known (day, district, channel, scans, visitors, android, ios)
  SELECT day, district, channel, sum(scans), sum(visitors), sum(android), sum(ios) FROM code_day
  WHERE scans > 0 GROUP BY day, district, channel ORDER BY day, district, channel
  ON CONFLICT (day, district, channel) DO UPDATE SET scans = known.scans + excluded.scans,
    visitors = known.visitors + excluded.visitors, android = known.android + excluded.android,
    ios = known.ios + excluded.ios
)
SELECT count(*)::int AS stored FROM fresh`;

/** Stores and counts scans, each once however often it is given. Returns how many were new. */
export async function recordScans(pool: Pool, scans: readonly Scan[]): Promise<number> {
  const day = rememberDays();
  const { rows } = await pool.query<{ stored: number }>(statement, [
    toArray(scans, ({ id }) => id),
    toArray(scans, ({ at }) => `"${at.toISOString()}"`),
    toArray(scans, ({ at }) => day(at)),
    toArray(scans, ({ code }) => `"${code}"`),
    toArray(scans, ({ channel }) => channel),
    toArray(scans, ({ district }) => `"${district}"`),
    toArray(scans, ({ platform }) => scanPlatforms.indexOf(platform)),
    toArray(scans, ({ visitorKind }) => visitorKinds.indexOf(visitorKind)),
    toArray(scans, ({ visitor }) => visitor),
  ]);
  return rows[0]?.stored ?? 0;
}

/** An array as PostgreSQL writes it: codes and ids of districts hold nothing that needs escaping. */
function toArray(scans: readonly Scan[], field: (scan: Scan) => unknown): string {
  return `{${scans.map(field).join(',')}}`;
}

/** Scans of a batch are of few half hours, and a day begins at a half hour in UTC. */
function rememberDays(): (at: Date) => string {
  const days = new Map<number, string>();
  return (at) => {
    const halfHour = Math.floor(at.getTime() / (hourMs / 2));
    const known = days.get(halfHour) ?? toDay(at);
    days.set(halfHour, known);
    return known;
  };
}

/** Visitors of days whose hashes are still there, each once a day and district, at one of its codes there. */
export const openVisitors = `SELECT DISTINCT ON (day, district, visitor) day, district, channel, code
  FROM scan_visitor JOIN scan_by_code USING (day, code) ORDER BY day, district, visitor, code`;

/**
 * Deletes the hashes of days that are over: their salts are gone, and they are of no more use once it is counted how many
 * there were in each district.
 */
export async function forgetVisitors(database: Queryable, before: Day): Promise<void> {
  await database.query(
    `WITH seen AS (SELECT * FROM (${openVisitors}) AS open WHERE day < $1),
     by_code AS (
       UPDATE scan_by_code AS known SET visits = coalesce(counted.visits, 0)
       FROM (SELECT DISTINCT day, code FROM scan_visitor WHERE day < $1) AS own
         LEFT JOIN (SELECT day, code, count(*)::int AS visits FROM seen GROUP BY day, code) AS counted USING (day, code)
       WHERE known.day = own.day AND known.code = own.code AND known.visits IS NULL
     )
     UPDATE scan_by_district AS known SET visits = (
       SELECT count(*) FROM seen WHERE seen.day = known.day AND seen.district = known.district AND seen.channel = known.channel
     ) WHERE known.visits IS NULL AND known.day IN (SELECT day FROM seen)`,
    [before],
  );
  await database.query('DELETE FROM scan_visitor WHERE day < $1', [before]);
}
