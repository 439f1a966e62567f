import { stationKey } from '../../campaigns/directory/station.ts';
import type { Queryable } from '../database/transaction.ts';

/** Keys of the stations whose board was entered before its present artwork was made. */
export async function readSuperseded(
  database: Queryable,
  districts: readonly string[],
): Promise<Set<string>> {
  const { rows } = await database.query<{ district: string; id: string }>(
    `SELECT district, station AS id FROM activity
     WHERE kind = 'board' AND district = ANY($1) AND status NOT IN ('withdrawn', 'rejected')
       AND EXISTS (SELECT FROM artwork_version AS old
         WHERE old.district = activity.district AND old.station = activity.station
           AND old.artwork = 'board' AND old.superseded_at > activity.entered_at)`,
    [districts],
  );
  return new Set(rows.map(stationKey));
}
