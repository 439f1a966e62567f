import type { Campaign } from '../campaign.ts';
import type { District } from '../directory/station.ts';
import { listMeasures, type Measure } from '../tracker/measures.ts';
import type { ProgressFile } from '../tracker/progress-file.ts';
import type { RegisteredDirection } from './directions.ts';
import type { OwingOffice } from './occurrence-key.ts';
import type { TrackerState } from './occurrence-state.ts';
import { listDistricts } from './owing-offices.ts';
import type { Obligation } from './register.ts';

/** A figure that the tracker has of what a direction orders. */
export interface TrackerCount {
  measure: Measure | 'downloads';
  count: number;
  /** The full number, where it is known. */
  of: number | null;
}

export interface TrackerFigures {
  state: TrackerState;
  counts: TrackerCount[];
}

type Districts = readonly Pick<District, 'id' | 'range' | 'zone'>[];

/** Parts of the progress that the tracker's figures for directions are computed from. */
export type CountedProgress = Pick<ProgressFile, 'goal' | 'progress' | 'districts' | 'directions'>;

/** The tracker's figures for an obligation in an office's area; undefined where its state does not come from the tracker. */
export function trackerFigures(
  {
    obligation,
    direction,
    office,
  }: { obligation: Obligation; direction: RegisteredDirection; office: OwingOffice },
  {
    progress,
    campaign,
    districts,
  }: { progress: CountedProgress; campaign: Pick<Campaign, 'directions'>; districts: Districts },
): TrackerFigures | undefined {
  if (obligation.tracker === undefined) return undefined;
  if (obligation.tracker === 'goal') {
    const { total, metOn } = progress.progress;
    const counts = [
      { measure: 'downloads' as const, count: total ?? 0, of: progress.goal.downloads },
    ];
    const state = metOn !== null ? 'done' : total === null ? 'not-begun' : 'under-way';
    return { state, counts };
  }
  const own = campaign.directions.find(({ id }) => id === direction.outreach);
  const counts = isPartOfState(office)
    ? toCounts(
        listMeasures(own?.channels ?? []),
        new Set(listDistricts(office, districts)),
        progress,
      )
    : (progress.directions.find(({ id }) => id === direction.outreach)?.counts ?? []).map(
        ({ measure, count, of }) => ({ measure, count, of }),
      );
  return { state: stateOfCounts(counts), counts };
}

function isPartOfState({ role }: OwingOffice): boolean {
  return role === 'district' || role === 'range' || role === 'zone';
}

function toCounts(
  measures: readonly Measure[],
  own: ReadonlySet<string>,
  progress: CountedProgress,
): TrackerCount[] {
  const within = progress.districts.filter(({ district }) => own.has(district));
  const sum = (of: (entry: (typeof within)[number]) => number) =>
    within.reduce((total, entry) => total + of(entry), 0);
  return measures.map((measure) =>
    measure === 'boards'
      ? { measure, count: sum(({ boards }) => boards.up), of: sum(({ boards }) => boards.stations) }
      : { measure, count: sum(({ activities }) => activities[measure] ?? 0), of: null },
  );
}

/** Done only where every count has a full number and reaches it, as the progress page has it. */
function stateOfCounts(counts: readonly TrackerCount[]): TrackerState {
  if (counts.every(({ count }) => count === 0)) return 'not-begun';
  return counts.every(({ count, of }) => of !== null && of > 0 && count >= of)
    ? 'done'
    : 'under-way';
}
