import { addDays, type Day, daysBetween } from './clock.ts';
import type { DownloadDay, Downloads, Goal, Progress, Rate } from './progress-file.ts';

/** Progress of the campaign today. */
export function computeProgress(goal: Goal, downloads: Downloads, today: Day): Progress {
  const calendar = {
    daysLeft: Math.max(0, daysBetween(today, goal.endsOn)),
    daysPast: Math.max(0, daysBetween(goal.endsOn, today)),
  };
  if (downloads.kind === 'none') {
    const status = today < goal.startsOn ? 'not-begun' : 'no-readings';
    return { status, ...unknown, ...calendar };
  }
  const { total, days, asOf } = downloads;
  const isMet = total > goal.downloads;
  const daysToCount = daysBetween(asOf, goal.endsOn);
  const isOpen = !isMet && daysToCount > 0 && today <= goal.endsOn;
  const requiredPerDay = isOpen ? Math.ceil((goal.downloads + 1 - total) / daysToCount) : null;
  const rate7 = trailingRate(days, asOf, 7);
  const rate14 = trailingRate(days, asOf, 14);
  return {
    status: findStatus({ goal, downloads, today, requiredPerDay, rates: [rate7, rate14] }),
    total,
    remaining: Math.max(0, goal.downloads - total),
    share: total / goal.downloads,
    ...calendar,
    daysToCount: isOpen ? daysToCount : null,
    requiredPerDay,
    requiredFrom: isOpen ? addDays(asOf, 1) : null,
    rate7,
    rate14,
    metOn: isMet ? firstDayAbove(days, goal.downloads) : null,
  };
}

const unknown = {
  total: null,
  remaining: null,
  share: null,
  daysToCount: null,
  requiredPerDay: null,
  requiredFrom: null,
  rate7: null,
  rate14: null,
  metOn: null,
};

/**
 * Average of the reported days among the last `windowDays`. Where none is reported, the rise from the latest
 * total at least that long ago to the last total.
 */
function trailingRate(days: readonly DownloadDay[], asOf: Day, windowDays: number): Rate | null {
  const first = addDays(asOf, 1 - windowDays);
  const added = days.flatMap((day) =>
    day.date >= first && day.date <= asOf && day.added !== null ? [day.added] : [],
  );
  if (added.length > 0) {
    const sum = added.reduce((total, value) => total + value, 0);
    const reportedDays = added.length;
    return { perDay: sum / reportedDays, first, last: asOf, reportedDays, basis: 'days' };
  }
  const last = days.findLast((day) => day.manual !== null && day.date <= asOf);
  const earlier = days.findLast((day) => day.manual !== null && day.date < first);
  if (last?.manual == null || earlier?.manual == null || last.date === earlier.date) return null;
  return {
    perDay: Math.max(0, last.manual - earlier.manual) / daysBetween(earlier.date, last.date),
    first: addDays(earlier.date, 1),
    last: last.date,
    reportedDays: 0,
    basis: 'totals',
  };
}

function firstDayAbove(days: readonly DownloadDay[], figure: number): Day | null {
  const at = days.findIndex((day) => day.total !== null && day.total > figure);
  const before = days.slice(0, at).findLast((day) => day.total !== null);
  const day = days[at];
  if (day === undefined || before === undefined) return null;
  return daysBetween(before.date, day.date) === 1 ? day.date : null;
}

interface StatusInputs {
  goal: Goal;
  downloads: Extract<Downloads, { kind: 'counted' }>;
  today: Day;
  requiredPerDay: number | null;
  rates: readonly (Rate | null)[];
}

function findStatus({
  goal,
  downloads,
  today,
  requiredPerDay,
  rates,
}: StatusInputs): Progress['status'] {
  const { days, total, asOf, atLeast } = downloads;
  const inTime = days.findLast((day) => day.total !== null && day.date <= goal.endsOn)?.total ?? 0;
  if (inTime > goal.downloads) return 'met';
  if (total > goal.downloads) return 'met-late';
  if (today > goal.endsOn) return atLeast || asOf < goal.endsOn ? 'ended-unsure' : 'missed';
  if (today < goal.startsOn) return 'not-begun';
  // The last day itself is counted already and does not reach; it is not over yet.
  if (requiredPerDay === null) return 'behind';
  const known = rates.filter((rate) => rate !== null);
  if (known.length === 0) return 'unrated';
  const enough = known.filter(({ perDay }) => perDay >= requiredPerDay).length;
  if (enough === 0) return 'behind';
  return enough === known.length ? 'on-track' : 'between';
}
