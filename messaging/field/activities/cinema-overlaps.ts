import { countedStatuses } from '../../../campaigns/activities/activity-status.ts';
import { findOverlaps, type Overlap } from '../../../campaigns/activities/cinema.ts';
import { readDayRange } from '../../../campaigns/activities/day-range.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { listCinemaRuns, type StoredActivity } from './activities-sql.ts';

/**
 * Activities, each with the entries of the same cinema for some of the same days, no matter who entered them: both could
 * be the same shows. What does not count overlaps with nothing.
 */
export async function withOverlaps(
  database: Queryable,
  activities: readonly StoredActivity[],
): Promise<(StoredActivity & { overlaps: Overlap[] })[]> {
  const starts = activities.flatMap((activity) =>
    countsAsRun(activity) ? (readDayRange(activity.details['run'])?.from ?? []) : [],
  );
  const [first] = starts.toSorted();
  const runs = first === undefined ? [] : await listCinemaRuns(database, first);
  return activities.map((activity) => ({
    ...activity,
    overlaps: countsAsRun(activity) ? findOverlaps(activity, runs) : [],
  }));
}

function countsAsRun({ kind, status }: StoredActivity): boolean {
  return kind === 'film' && countedStatuses.includes(status);
}
