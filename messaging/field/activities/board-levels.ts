import { type BoardLevel, findLevel } from '../../../campaigns/activities/board-level.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import { readBoardEvidence } from '../../figures/progress/board-evidence-sql.ts';
import { queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Activities } from './activities.ts';
import type { StoredActivity } from './activities-sql.ts';

type Levels = ReadonlyMap<string, BoardLevel | null>;

/** How much is known of each board of districts today, by the station's key. */
export async function readLevels(
  { database, today }: Pick<Activities, 'database' | 'today'>,
  districts: readonly string[],
): Promise<Levels> {
  const day = today();
  const evidence = await readBoardEvidence(database.pool, districts);
  return new Map([...evidence].map(([key, found]) => [key, findLevel(found, day)]));
}

/** The level of the board that an activity is; null if it is not a board, does not count or was not there. */
export function pickLevel(
  levels: Levels,
  { kind, district, station }: Pick<StoredActivity, 'kind' | 'district' | 'station'>,
): BoardLevel | null {
  if (kind !== 'board' || station === null) return null;
  return levels.get(stationKey({ district, id: station })) ?? null;
}

/** Stations whose board was entered, by their keys: whether it was before its present artwork was made. */
export async function readHungBoards(
  database: Queryable,
  districts: readonly string[],
): Promise<Map<string, { superseded: boolean }>> {
  const rows = await queryRows<{ district: string; id: string; superseded: boolean }>(database)`
    SELECT district, station AS id, bool_or(EXISTS (SELECT FROM artwork_version AS old
        WHERE old.district = activity.district AND old.station = activity.station
          AND old.artwork = 'board' AND old.superseded_at > activity.entered_at)) AS superseded
    FROM activity
    WHERE kind = 'board' AND district = ANY(${districts}) AND status NOT IN ('withdrawn', 'rejected')
    GROUP BY district, station`;
  return new Map(rows.map((row) => [stationKey(row), { superseded: row.superseded }]));
}

/** Keys of the stations whose board is older than its present artwork. */
export function listSuperseded(
  boards: ReadonlyMap<string, { superseded: boolean }>,
): ReadonlySet<string> {
  return new Set([...boards].flatMap(([key, { superseded }]) => (superseded ? [key] : [])));
}
