import { addDays, type Day } from '../../../campaigns/tracker/clock.ts';
import type { StationRecordAnswer } from '../../contract/field/station-records.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

type Place = { district: string; station: string };
const weeksShown = 12;

export async function readBoard(
  database: Queryable,
  { district, station }: Place,
): Promise<StationRecordAnswer['board']> {
  const { rows } = await database.query<NonNullable<StationRecordAnswer['board']>>(
    `SELECT id::int AS activity, day::text AS "hungOn", status, photo IS NOT NULL AS "hasPhoto"
     FROM activity WHERE kind = 'board' AND district = $1 AND station = $2 AND status <> 'withdrawn'`,
    [district, station],
  );
  return rows[0] ?? null;
}

export async function readBoardOrders(
  database: Queryable,
  { district, station }: Place,
): Promise<StationRecordAnswer['orders']> {
  const { rows } = await database.query<StationRecordAnswer['orders'][number]>(
    `SELECT ordered_on::text AS "orderedOn", dispatched_at AS "dispatchedAt", received_at AS "receivedAt"
     FROM purchase_order_line AS line JOIN purchase_order AS placed ON placed.id = line.order_id
       JOIN parcel ON parcel.id = line.parcel_id
     WHERE placed.district = $1 AND line.station = $2 AND line.artwork = 'board' AND placed.cancelled_by IS NULL
     ORDER BY ordered_on DESC, line.id DESC LIMIT 5`,
    [district, station],
  );
  return rows;
}

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
