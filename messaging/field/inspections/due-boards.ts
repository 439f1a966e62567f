import {
  boardStations,
  type Directory,
  type Station,
  stationKey,
} from '../../../campaigns/directory/station.ts';
import type { Registry } from '../../../campaigns/links/registry.ts';
import { judgeBoard, surround, type WatchedBoard } from '../../../campaigns/tracker/board-signs.ts';
import { addDays, type Day, daysBetween, toDay } from '../../../campaigns/tracker/clock.ts';
import type { DueBoard, InspectedBoard } from '../../contract/field/inspections.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import {
  type Inspection,
  readBoardScans,
  readHangingDays,
  readInspections,
  readStateScans,
} from './inspections-sql.ts';

/** Fourteen weeks: twice a season's change would be taken for the board's own. */
const watchedDays = 98;
/** For so long an officer who stood before a board knows more than its scans say. */
const trustedDays = 28;

export interface BoardSources {
  database: Queryable;
  directory: Directory;
  registry: () => Registry;
}

/** Boards of the districts that somebody should look at, those first of which an officer said so. */
export async function listDueBoards(
  { database, directory, registry }: BoardSources,
  districts: readonly string[],
  today: Day,
): Promise<{ until: Day; boards: DueBoard[] }> {
  // Today is not over: each board would seem to have fallen silent this morning.
  const window = { until: addDays(today, -1), days: watchedDays };
  const [hangingDays, scans, state, inspections] = await Promise.all([
    readHangingDays(database, districts),
    readBoardScans(database, districts, window),
    readStateScans(database, window),
    readInspections(database, districts),
  ]);
  const known = registry();
  const none = new Array<number>(watchedDays).fill(0);
  const stations = boardStations(directory).filter((station) =>
    hangingDays.has(stationKey(station)),
  );
  const due = districts.flatMap((district) => {
    const own = stations.filter((station) => station.district === district);
    const codes = own.map((station) => findBoardCode(known, station));
    const boards = own.map((station, at): WatchedBoard => {
      const hungOn = hangingDays.get(stationKey(station)) as Day;
      return {
        hungDays: Math.max(0, daysBetween(hungOn, window.until)),
        scans: scans.get(codes[at] as string) ?? none,
      };
    });
    const around = surround(boards, state);
    return own.flatMap((station, at): DueBoard[] => {
      const inspection = inspections.get(stationKey(station)) ?? null;
      const since = hangingDays.get(stationKey(station)) as Day;
      const answer = judgeInspection(inspection, { since, today });
      if (answer === 'trusted') return [];
      const sign = answer === 'bad' ? null : judgeBoard(boards[at] as WatchedBoard, around);
      if (answer !== 'bad' && sign === null) return [];
      return [{ ...viewBoard(station, { code: codes[at] as string, inspection }), sign }];
    });
  });
  return { until: window.until, boards: due };
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

/** The code on a station's board; empty while it has none. */
function findBoardCode(registry: Registry, { district, id }: Station): string {
  const owner = { scope: 'station', district, station: id } as const;
  return registry.has(owner) ? registry.codeFor(owner, 'board') : '';
}

export function viewBoard(
  { district, id, nameHi, nameEn }: Station,
  found: { code: string; inspection: Inspection | null },
): InspectedBoard {
  return { district, station: id, name: { hi: nameHi, en: nameEn }, ...found };
}
