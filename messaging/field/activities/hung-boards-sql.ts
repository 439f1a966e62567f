import { stationKey } from '../../../campaigns/directory/station.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

/** Stations whose board was entered, by their keys: whether it was before its present artwork was made. */
export async function readHungBoards(
  database: Queryable,
  districts: readonly string[],
): Promise<Map<string, { superseded: boolean }>> {
  const { rows } = await database.query<{ district: string; id: string; superseded: boolean }>(
    `SELECT district, station AS id, bool_or(EXISTS (SELECT FROM artwork_version AS old
         WHERE old.district = activity.district AND old.station = activity.station
           AND old.artwork = 'board' AND old.superseded_at > activity.entered_at)) AS superseded
     FROM activity
     WHERE kind = 'board' AND district = ANY($1) AND status NOT IN ('withdrawn', 'rejected')
     GROUP BY district, station`,
    [districts],
  );
  return new Map(rows.map((row) => [stationKey(row), { superseded: row.superseded }]));
}

/** Keys of the stations whose board is older than its present artwork. */
export function listSuperseded(
  boards: ReadonlyMap<string, { superseded: boolean }>,
): ReadonlySet<string> {
  return new Set([...boards].flatMap(([key, { superseded }]) => (superseded ? [key] : [])));
}
