import { readDayRange } from '../fields/field-text.ts';
import { type Day, eachDay } from '../tracker/clock.ts';
import type { Measure } from '../tracker/measures.ts';
import type { ActivityDetails, ActivityEntry } from './activity.ts';
import { cinemaKey, plain } from './cinema.ts';
import { countActivity } from './counts.ts';
import type { ExceededCount } from './exceeded-count.ts';

/** Most that one station's area brings about on a day: the district has as much as its stations together. */
const atStation = {
  newspapers: 2,
  'news-items': 2,
  'newspaper-ads': 2,
  shows: 12,
  'fm-spots': 6,
  'social-posts': 2,
} as const satisfies Partial<Record<Measure, number>>;
type DayMeasure = keyof typeof atStation;
/** Cinemas in its area, over all days. */
const theatresAtStation = 2;
/** Screenings of a film of some two and a half hours with its breaks. */
const showsOnScreen = 8;
/** One in a quarter of an hour, day and night. */
const spotsOnChannel = 96;

export type DayEntry = Pick<ActivityEntry, 'kind' | 'day' | 'details'>;
interface DayCount {
  measure: DayMeasure;
  day: Day;
  count: number;
}

export const dayBoundKinds: readonly ActivityEntry['kind'][] = [
  'pamphlet',
  'newspaper',
  'film',
  'radio',
  'social',
];

/** Finds the first day on which an entry counts. */
export function findFirstDay({ day, details }: DayEntry): Day {
  return readDayRange(details['run'])?.from ?? day;
}

/**
 * Finds what an entry says beyond what its district has on one of the days: stations, and of a film and a spot the named screens
 * and the channel. It is added to the others of its kind there; null where it is within, or says no more than `former` did.
 */
export function findExceededDay(
  entry: DayEntry,
  others: readonly DayEntry[],
  { stations, former }: { stations: number; former: DayEntry | null },
): ExceededCount | null {
  const own = spread(entry);
  const before = sumDays(former === null ? [] : [former]);
  const inDistrict = sumDays(others);
  const key = channelOf(entry);
  const alike = key === null ? [] : others.filter((other) => channelOf(other) === key);
  const onChannel = sumDays(alike);
  for (const count of own) {
    const name = nameDay(count);
    if (count.count <= (before.get(name) ?? 0)) continue;
    const left = Math.min(
      stations * atStation[count.measure] - (inDistrict.get(name) ?? 0),
      mostOnChannel(entry, alike) - (onChannel.get(name) ?? 0),
    );
    if (count.count > left) return exceed(entry, count, left);
  }
  return findExceededTheatres(entry, others, { stations, former });
}

/** Cinemas by their names; of old entries the numbers that they gave. */
function findExceededTheatres(
  entry: DayEntry,
  others: readonly DayEntry[],
  { stations, former }: { stations: number; former: DayEntry | null },
): ExceededCount | null {
  if (entry.kind !== 'film') return null;
  const count = countTheatres([...others, entry]);
  const most = stations * theatresAtStation;
  const known = countTheatres(former === null ? others : [...others, former]);
  if (count <= most || count <= known) return null;
  const field = entry.details['theatres'] === undefined ? 'cinema' : 'theatres';
  return { field, most: Math.max(0, most - countTheatres(others)) };
}

function countTheatres(films: readonly DayEntry[]): number {
  const keys = films.map(({ details }) => cinemaKey(details));
  const old = films.filter((_, at) => keys[at] === undefined);
  const named = new Set(keys.filter((key) => key !== undefined)).size;
  return old.reduce((sum, { details }) => sum + Number(details['theatres'] ?? 0), named);
}

/** The counts of an entry on each of its days. */
function spread(entry: DayEntry): DayCount[] {
  const { from, to } = readDayRange(entry.details['run']) ?? { from: entry.day, to: entry.day };
  const days = eachDay(from, to);
  return countActivity(entry).flatMap(({ measure, count }) =>
    isOfDay(measure) ? days.map((day) => ({ measure, day, count: count / days.length })) : [],
  );
}

const isOfDay = (measure: Measure): measure is DayMeasure => Object.hasOwn(atStation, measure);
const nameDay = ({ measure, day }: DayCount) => `${measure} ${day}`;

function sumDays(entries: readonly DayEntry[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const each of entries.flatMap(spread))
    sums.set(nameDay(each), (sums.get(nameDay(each)) ?? 0) + each.count);
  return sums;
}

/** The cinema, or the channel on the air; null for all else. */
function channelOf({ kind, details }: DayEntry): string | null {
  if (kind === 'film') return cinemaKey(details) ?? null;
  return kind === 'radio' ? plain(String(details['broadcaster'])) : null;
}

function mostOnChannel({ kind, details }: DayEntry, alike: readonly DayEntry[]): number {
  if (kind === 'radio') return spotsOnChannel;
  if (kind !== 'film' || cinemaKey(details) === undefined) return Number.POSITIVE_INFINITY;
  const screens = [details, ...alike.map((other) => other.details)].map((each) =>
    Number(each['screens'] ?? 1),
  );
  return Math.max(...screens) * showsOnScreen;
}

/** The field that brings the count about, and the most that may be in it. */
function exceed({ details }: DayEntry, { measure, count }: DayCount, left: number): ExceededCount {
  const field = fieldOf(measure, details);
  const value = details[field];
  const entered = Array.isArray(value) ? value.length : Number(value ?? 0);
  return { field, most: Math.floor((Math.max(0, left) * entered) / count) };
}

function fieldOf(measure: DayMeasure, details: ActivityDetails): string {
  const has = (name: string) => details[name] !== undefined;
  switch (measure) {
    case 'newspapers':
      return 'newspapers';
    case 'shows':
      return has('shows') ? 'shows' : 'showsPerDay';
    case 'fm-spots':
      return has('spots') ? 'spots' : 'spotsPerDay';
    case 'social-posts':
      return 'posts';
    default:
      return 'items';
  }
}
