import { findLeaps, type Leap, type Stop } from '../../../campaigns/activities/leaps.ts';
import {
  boardStations,
  type Directory,
  type Station,
  stationKey,
} from '../../../campaigns/directory/station.ts';
import { findBoardCode } from '../../../campaigns/links/registry.ts';
import { judgeBoard, surround, type WatchedBoard } from '../../../campaigns/tracker/board-signs.ts';
import { addDays, type Day, daysBetween, toDay } from '../../../campaigns/tracker/clock.ts';
import { readDoubtedBoards } from '../../figures/progress/board-evidence-sql.ts';
import type { House } from '../../kit/house.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { DueBoard, InspectedBoard } from './inspections-schemas.ts';
import {
  type Inspection,
  readBoardScans,
  readHangingDays,
  readInspections,
  readStateScans,
  readStops,
} from './inspections-sql.ts';

/** Fourteen weeks: twice a season's change would be taken for the board's own. */
const watchedDays = 98;
/** For so long an officer who stood before a board knows more than its scans say. */
const trustedDays = 28;

export interface BoardSources extends Pick<House, 'directory' | 'registry'> {
  database: Queryable;
}

/** Boards of the districts that somebody should look at, district by district. */
export async function listDueBoards(
  { database, directory, registry }: BoardSources,
  districts: readonly string[],
  today: Day,
): Promise<{ until: Day; boards: DueBoard[] }> {
  // Today is not over: each board would seem to have fallen silent this morning.
  const window = { until: addDays(today, -1), days: watchedDays };
  const [hangingDays, scans, state, inspections, doubted, stops] = await Promise.all([
    readHangingDays(database, districts),
    readBoardScans(database, districts, window),
    readStateScans(database, window),
    readInspections(database, districts),
    readDoubtedBoards(database, districts),
    readStops(database, window),
  ]);
  const known = registry();
  const leaps = findLeaps(stops);
  const none = new Array<number>(watchedDays).fill(0);
  const hanging = boardStations(directory).flatMap((station): HangingBoard[] => {
    const since = hangingDays.get(stationKey(station));
    if (since === undefined) return [];
    const code = findBoardCode(known, { district: station.district, station: station.id }) ?? '';
    return [
      {
        station,
        since,
        code,
        hungDays: Math.max(0, daysBetween(since, window.until)),
        scans: scans.get(code) ?? none,
        inspection: inspections.get(stationKey(station)) ?? null,
      },
    ];
  });
  const boards = districts.flatMap((district) => {
    const own = hanging.filter(({ station }) => station.district === district);
    const around = surround(own, state);
    return own.flatMap((board): DueBoard[] => {
      const missed = doubted.get(stationKey(board.station));
      if (missed !== undefined) {
        const sign = {
          kind: 'same-officer' as const,
          board: nameStation(directory, district, missed),
        };
        return [{ ...viewBoard(board.station, board.inspection), sign }];
      }
      const leap = leaps.get(stationKey(board.station));
      if (leap !== undefined && !isSeenByOthers(stops, board.station, leap)) {
        const { to, person: _, ...way } = leap;
        const sign = {
          kind: 'leap' as const,
          board: nameStation(directory, to.district, to.station),
          ...way,
        };
        return [{ ...viewBoard(board.station, board.inspection), sign }];
      }
      const answer = judgeInspection(board.inspection, { since: board.since, today });
      if (answer === 'trusted') return [];
      const sign = answer === 'bad' ? null : judgeBoard(board, around);
      return answer === 'bad' || sign !== null
        ? [{ ...viewBoard(board.station, board.inspection), sign }]
        : [];
    });
  });
  return { until: window.until, boards };
}

function isSeenByOthers(
  stops: readonly Stop[],
  { district, id }: Station,
  { person }: Pick<Leap, 'person'>,
): boolean {
  return stops.some(
    (stop) => stop.district === district && stop.station === id && stop.person !== person,
  );
}

function nameStation({ stations }: Directory, district: string, id: string) {
  const found = stations.find((each) => each.district === district && each.id === id);
  return { hi: found?.nameHi ?? id, en: found?.nameEn ?? id };
}

interface HangingBoard extends WatchedBoard {
  station: Station;
  /** The day on which it was hung. */
  since: Day;
  /** Empty while it has none. */
  code: string;
  inspection: Inspection | null;
}

/** `bad`: somebody has to act; `trusted`: seen in order a short while ago. A board that was put up since is another one. */
function judgeInspection(
  inspection: Inspection | null,
  { since, today }: { since: Day; today: Day },
): 'bad' | 'trusted' | 'none' {
  if (inspection === null) return 'none';
  const on = toDay(inspection.at);
  if (on < since) return 'none';
  if (inspection.state !== 'hangs') return 'bad';
  return daysBetween(on, today) <= trustedDays ? 'trusted' : 'none';
}

export function viewBoard(
  { district, id, nameHi, nameEn }: Station,
  inspection: Inspection | null,
): InspectedBoard {
  return { district, station: id, name: { hi: nameHi, en: nameEn }, inspection };
}
