import { boardStations, type Directory, type District, stationKey } from '../directory/station.ts';
import { stripName } from '../directory/strip-name.ts';
import type { Measure } from '../tracker/measures.ts';
import type { Activity } from './activity.ts';
import { type ActivityStatus, countedStatuses } from './activity-status.ts';
import type { BoardLevel } from './board-level.ts';
import { tallyActivities } from './counts.ts';

/** A station's board: `missing` without an activity that counts. */
export interface StationCheck {
  station: string;
  nameHi: string;
  nameEn: string;
  /** As written on the board, in Hindi. */
  strip: string;
  status: ActivityStatus | 'missing';
  activity: number | null;
  /** Level of evidence of it; null where it does not count or was not there. */
  level: BoardLevel | null;
  hasPhoto: boolean;
  /** The board that hangs is older than the present artwork. */
  superseded: boolean;
  /** Short code on the board; null while the station has none. */
  code: string | null;
}

/** The district's done and missing items. */
export interface DistrictChecklist {
  district: string;
  stations: StationCheck[];
  missing: number;
  /** Everything but boards, summed. */
  counts: Partial<Record<Measure, number>>;
}

/** Facts about boards beside their entries. */
export interface BoardsKnown {
  /** Stations whose board is older than the present artwork. */
  superseded?: ReadonlySet<string>;
  levels?: ReadonlyMap<string, BoardLevel | null>;
  codeOf?: (place: { district: string; station: string }) => string | null;
}

/**
 * The checklists of districts, from their activities.
 * @param known by the stations’ keys
 */
export function makeChecklists(
  directory: Directory,
  districts: readonly Pick<District, 'id'>[],
  activities: readonly Pick<
    Activity,
    'id' | 'kind' | 'district' | 'station' | 'day' | 'status' | 'details' | 'photo'
  >[],
  { superseded = new Set(), levels = new Map(), codeOf = () => null }: BoardsKnown = {},
): DistrictChecklist[] {
  const stations = Map.groupBy(boardStations(directory), ({ district }) => district);
  const activitiesOf = Map.groupBy(activities, ({ district }) => district);
  return districts.map(({ id }) => {
    const own = activitiesOf.get(id) ?? [];
    const boards = new Map(
      own
        .filter(({ kind, status }) => kind === 'board' && status !== 'withdrawn')
        .map((activity) => [activity.station, activity]),
    );
    const checks = (stations.get(id) ?? []).map((station) => {
      const board = boards.get(station.id);
      return {
        station: station.id,
        nameHi: station.nameHi,
        nameEn: station.nameEn,
        strip: stripName(station),
        status: board?.status ?? ('missing' as const),
        activity: board?.id ?? null,
        level: levels.get(stationKey(station)) ?? null,
        hasPhoto: board?.photo != null,
        superseded: superseded.has(stationKey(station)),
        code: codeOf({ district: id, station: station.id }),
      };
    });
    return {
      district: id,
      stations: checks,
      missing: checks.filter(({ status }) => status === 'missing' || status === 'rejected').length,
      counts: sumCounts(own),
    };
  });
}

function sumCounts(
  activities: Parameters<typeof tallyActivities>[0],
): Partial<Record<Measure, number>> {
  const sums: Partial<Record<Measure, number>> = {};
  const counted = activities.filter(
    ({ kind, status }) => kind !== 'board' && countedStatuses.includes(status),
  );
  for (const { measure, count } of tallyActivities(counted))
    sums[measure] = (sums[measure] ?? 0) + count;
  return sums;
}
