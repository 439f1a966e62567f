import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { ServiceTally } from '../../../campaigns/tracker/tallies.ts';
import { queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { settledReports } from './reports-sql.ts';

/** A service of the app in all, by the files of its back office. */
export interface ServiceSum {
  service: string;
  count: number;
  from: Day;
  asOf: Day;
  /** On average, weighed by the counts; null where none was told. */
  closedInDays: number | null;
  /** Name of the file that the latest day is from. */
  source: string;
}

/**
 * The counts that hold, as `held`. Of a day that several files tell the last one holds; a district's own row holds before
 * those of its stations, which are parts of it.
 */
const withHeld = (which = 'true') => `WITH given AS (
       SELECT DISTINCT ON (d.date, d.district, d.station, d.service)
         report.id, report.name, d.date, d.district, d.station, d.service, d.count, d."closedInDays" AS closed
       FROM report, jsonb_to_recordset(report.days) AS d(
         date date, district text, station text, service text, count bigint, "closedInDays" float8)
       WHERE kind = 'app-services' AND withdrawn_at IS NULL AND ${which}
       ORDER BY d.date, d.district, d.station, d.service, report.id DESC
     ), held AS (
       SELECT * FROM (
         SELECT *, bool_or(station IS NULL) OVER (PARTITION BY date, district, service) AS has_whole FROM given
       ) AS marked WHERE station IS NULL OR NOT has_whole
     )`;

/** Sums by service. */
export function sumAppServices(database: Queryable): Promise<ServiceSum[]> {
  return queryRows<ServiceSum>(database)`
    ${raw(withHeld())}
    SELECT service, sum(count)::float8 AS count, min(date)::text AS "from", max(date)::text AS "asOf",
      sum(count * closed) / nullif(sum(count) FILTER (WHERE closed IS NOT NULL), 0) AS "closedInDays",
      (array_agg(name ORDER BY date DESC, id DESC))[1] AS source
    FROM held GROUP BY service ORDER BY service`;
}

/** Services by district and day from a day on, all of them together. */
export function readServiceTallies(database: Queryable, from: Day): Promise<ServiceTally[]> {
  return queryRows<ServiceTally>(database)`
    ${raw(withHeld())}
    SELECT date::text AS day, district, sum(count)::float8 AS count FROM held
    WHERE date >= ${from}::date GROUP BY date, district`;
}

/** By day, of a service in the whole state or of a district in all services; the other is null. */
export interface ServiceDay {
  service: string | null;
  district: string | null;
  day: Day;
  count: number;
}

/** @param at counts only what was settled then */
export async function readServiceDays(database: Queryable, at?: Date): Promise<ServiceDay[]> {
  const { rows } = await database.query<ServiceDay>(
    `${withHeld(settledReports('$1'))}
     SELECT service, district, date::text AS day, sum(count)::float8 AS count FROM held
     GROUP BY GROUPING SETS ((service, date), (district, date)) ORDER BY date`,
    [at ?? null],
  );
  return rows;
}
