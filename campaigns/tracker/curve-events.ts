import { addDays, type Day, daysBetween, eachDay } from './clock.ts';
import type { Downloads } from './downloads.ts';
import { computeLift, type Lift, liftDays } from './lift.ts';
import type { ScanTally } from './tallies.ts';

/** Kinds of event that can be marked on the curve. */
export const curveEventKinds = ['film', 'blast', 'mela', 'boards', 'press', 'other'] as const;
export type CurveEventKind = (typeof curveEventKinds)[number];

export interface CurveEvent {
  /** `e` for what headquarters entered, `b` for a blast, with its number */
  id: string;
  day: Day;
  kind: CurveEventKind;
  title: { hi: string; en: string };
  /** Null for the whole state */
  district: string | null;
}

export interface MarkedEvent extends CurveEvent {
  /** Downloads are known for the state only; null for an event of a district */
  downloads: Lift | null;
  scans: Lift;
  /** Other events of the same days, whose effect cannot be told from this one's */
  beside: number;
}

/** Events up to today in their order, each with what the counts did before and after it. */
export function markEvents(
  events: readonly CurveEvent[],
  {
    downloads,
    scans,
    today,
  }: { downloads: Downloads; scans: ReadonlyMap<string, readonly ScanTally[]>; today: Day },
): MarkedEvent[] {
  const shown = events
    .filter(({ day }) => day <= today)
    .sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id));
  // A day that is not over would count as a bad one.
  const lastScanDay = addDays(today, -1);
  const all = dailyScans([...scans.values()].flat(), lastScanDay);
  const added = new Map(
    downloads.kind === 'none'
      ? []
      : downloads.days.flatMap(({ date, added: count }) =>
          count === null ? [] : [[date, count] as const],
        ),
  );
  const lastDownloadDay = downloads.kind === 'none' ? today : downloads.asOf;
  return shown.map((event) => {
    const { day, district } = event;
    const own =
      district === null ? all : dailyScans(scans.get(district) ?? [], lastScanDay, all.keys());
    return {
      ...event,
      downloads: district === null ? computeLift(added, day, lastDownloadDay) : null,
      scans: computeLift(own, day, lastScanDay),
      beside: shown.filter((other) => other !== event && shareDays(other, event)).length,
    };
  });
}

/** Scans of each day from the first one with any: a day without is a day with none. */
function dailyScans(
  tallies: readonly ScanTally[],
  lastDay: Day,
  days?: Iterable<Day>,
): Map<Day, number> {
  const counts = new Map<Day, number>();
  let first = lastDay;
  for (const { day, scans } of tallies) {
    counts.set(day, (counts.get(day) ?? 0) + scans);
    if (day < first) first = day;
  }
  const known = days ?? (counts.size === 0 ? [] : eachDay(first, lastDay));
  return new Map([...known].map((day) => [day, counts.get(day) ?? 0]));
}

function shareDays(a: CurveEvent, b: CurveEvent): boolean {
  if (a.district !== null && b.district !== null && a.district !== b.district) return false;
  return Math.abs(daysBetween(a.day, b.day)) < liftDays.after;
}
