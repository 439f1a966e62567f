import { type BoardLevel, findLevel } from '../../../campaigns/activities/board-level.ts';
import { stationKey } from '../../../campaigns/directory/station.ts';
import { readBoardEvidence } from '../../figures/progress/board-evidence-sql.ts';
import type { Activities } from './activities.ts';
import type { StoredActivity } from './activities-sql.ts';

type Levels = ReadonlyMap<string, BoardLevel | null>;

/** How much is known of each board of districts today, by the station's key. */
export async function readLevels(
  { database: { pool }, registry, today }: Pick<Activities, 'database' | 'registry' | 'today'>,
  districts: readonly string[],
): Promise<Levels> {
  const day = today();
  const evidence = await readBoardEvidence({ pool, registry }, { today: day, districts });
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
