import { boardStations, type Directory, type District } from '../directory/station.ts';
import { stripName } from '../directory/strip-name.ts';
import type { Measure } from '../tracker/measures.ts';
import { countsOf, type Deed } from './deed.ts';
import { countedStatuses, type DeedStatus } from './deed-status.ts';

/** A station's board: `missing` without a deed that counts. */
export interface StationCheck {
  station: string;
  nameHi: string;
  nameEn: string;
  /** As it stands on the board, in Hindi. */
  strip: string;
  status: DeedStatus | 'missing';
  deed: number | null;
  hasPhoto: boolean;
}

/** What a district has done and what is missing. */
export interface DistrictChecklist {
  district: string;
  stations: StationCheck[];
  missing: number;
  /** Everything but boards, summed. */
  counts: Partial<Record<Measure, number>>;
}

/** The checklists of districts, from their deeds. */
export function checklistOf(
  directory: Directory,
  districts: readonly Pick<District, 'id'>[],
  deeds: readonly Pick<
    Deed,
    'id' | 'kind' | 'district' | 'station' | 'status' | 'details' | 'photo'
  >[],
): DistrictChecklist[] {
  const stations = Map.groupBy(boardStations(directory), ({ district }) => district);
  const deedsOf = Map.groupBy(deeds, ({ district }) => district);
  return districts.map(({ id }) => {
    const own = deedsOf.get(id) ?? [];
    const boards = new Map(
      own
        .filter(({ kind, status }) => kind === 'board' && status !== 'withdrawn')
        .map((deed) => [deed.station, deed]),
    );
    const checks = (stations.get(id) ?? []).map((station) => {
      const board = boards.get(station.id);
      return {
        station: station.id,
        nameHi: station.nameHi,
        nameEn: station.nameEn,
        strip: stripName(station),
        status: board?.status ?? ('missing' as const),
        deed: board?.id ?? null,
        hasPhoto: board?.photo != null,
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
  deeds: readonly Pick<Deed, 'kind' | 'status' | 'details'>[],
): Partial<Record<Measure, number>> {
  const sums: Partial<Record<Measure, number>> = {};
  for (const deed of deeds) {
    if (deed.kind === 'board' || !countedStatuses.includes(deed.status)) continue;
    for (const { measure, count } of countsOf(deed)) sums[measure] = (sums[measure] ?? 0) + count;
  }
  return sums;
}
