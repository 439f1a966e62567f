import type { Bilingual } from '../bilingual.ts';
import { daysIn, readDayRange } from '../fields/field-text.ts';
import type { Day } from '../tracker/clock.ts';
import type { Measure } from '../tracker/measures.ts';
import type { Activity, ActivityDetails, ActivityEntry } from './activity.ts';
import { type ActivityKind, activityForms, secondsOfRate } from './activity-kinds.ts';
import { type ActivityStatus, verifiedStatuses } from './activity-status.ts';
import { cinemaKey } from './cinema.ts';

/** A contribution of an activity to one of the campaign's figures. */
export interface Count {
  measure: Measure;
  count: number;
}

type Counted = Pick<ActivityEntry, 'kind' | 'details'>;

/**
 * Counts one activity for the campaign's figures. A show is one screening on one screen, a spot one broadcast. A figure
 * that was entered as a total stays that total.
 */
export function countActivity({ kind, details }: Counted): Count[] {
  switch (kind) {
    case 'board':
      return [{ measure: 'boards', count: 1 }];
    case 'film':
      return [
        { measure: 'theatres', count: readNumber(details, 'theatres') ?? 1 },
        ...known('shows', countShows(details)),
      ];
    case 'radio':
      return known('fm-spots', countSpots(details));
    case 'newspaper': {
      // Before the form asked what was printed, it asked for news items.
      const isNews = (details['type'] ?? 'news') === 'news';
      return known(isNews ? 'news-items' : 'newspaper-ads', readNumber(details, 'items'));
    }
    default:
      return activityForms[kind].fields.flatMap(({ name, measure }) => {
        const value = details[name];
        if (measure === undefined || value === undefined) return [];
        return [{ measure, count: Array.isArray(value) ? value.length : Number(value) }];
      });
  }
}

/** Shows of a film: screens × shows a day on each × days. Undefined while one of them is not known. */
export function countShows(details: ActivityDetails): number | undefined {
  const total = readNumber(details, 'shows');
  if (total !== undefined) return total;
  return product(
    readNumber(details, 'screens'),
    readNumber(details, 'showsPerDay'),
    runDays(details),
  );
}

/** Broadcasts of a spot: in all, or those of a day × days. */
export function countSpots(details: ActivityDetails): number | undefined {
  return (
    readNumber(details, 'spots') ?? product(readNumber(details, 'spotsPerDay'), runDays(details))
  );
}

/** Paise for a spot's broadcasts: begun tens of seconds × rate × broadcasts. Undefined without a rate. */
export function airtimePaise(details: ActivityDetails): number | undefined {
  const seconds = Number(details['seconds']);
  const units = Number.isFinite(seconds) ? Math.ceil(seconds / secondsOfRate) : undefined;
  return product(countSpots(details), units, readNumber(details, 'rate'));
}

/** A count for the progress, with the activity's day and district. */
export interface ActivityCount extends Count {
  day: Day;
  district: string;
  station: string | null;
  verified: boolean;
}

type Tallied = Counted &
  Pick<Activity, 'day' | 'district' | 'station'> & {
    status: ActivityStatus;
    /** Entries that it stands for, which say the same. */
    times?: number;
  };

/**
 * Adds up the counts of several activities. A named cinema counts as one theatre however often it shows the film: on
 * the first day that it is entered for, and verified as soon as one of its entries is.
 */
export function tallyActivities(activities: readonly Tallied[]): ActivityCount[] {
  const cinemas = new Map<string, ActivityCount>();
  const counts = activities.flatMap((activity) => {
    const { day, district, station, status, times = 1 } = activity;
    const verified = verifiedStatuses.includes(status);
    const own = countActivity(activity).map(({ measure, count }) => ({
      measure,
      count: count * times,
      day,
      district,
      station,
      verified,
    }));
    const key = activity.kind === 'film' ? cinemaKey(activity.details) : undefined;
    if (key === undefined) return own;
    const theatre = own.find(({ measure }) => measure === 'theatres');
    const known = cinemas.get(key);
    if (theatre !== undefined) {
      const first = known === undefined || theatre.day < known.day ? theatre : known;
      cinemas.set(key, { ...first, count: 1, verified: verified || known?.verified === true });
    }
    return own.filter((count) => count !== theatre);
  });
  return [...counts, ...cinemas.values()];
}

function known(measure: Measure, count: number | undefined): Count[] {
  return count === undefined ? [] : [{ measure, count }];
}

function readNumber(details: ActivityDetails, name: string): number | undefined {
  const value = details[name];
  return typeof value === 'number' ? value : undefined;
}

function runDays(details: ActivityDetails): number | undefined {
  const range = readDayRange(details['run']);
  return range === undefined ? undefined : daysIn(range);
}

function product(...factors: readonly (number | undefined)[]): number | undefined {
  return factors.reduce<number | undefined>(
    (product, factor) =>
      product === undefined || factor === undefined ? undefined : product * factor,
    1,
  );
}

/** A figure that follows from what was filled in, or was filled in itself. */
interface DerivedFigure {
  /** Name of the field that would hold it. */
  name: 'shows' | 'spots' | 'airtime';
  label: Bilingual;
  /** Name of the field below which it is shown in a form. */
  below: string;
  unit: 'count' | 'paise';
}

const shows: DerivedFigure = {
  name: 'shows',
  label: { hi: 'कुल प्रदर्शन', en: 'Shows in all' },
  below: 'showsPerDay',
  unit: 'count',
};
const spots: DerivedFigure = {
  name: 'spots',
  label: { hi: 'प्रसारणों का योग', en: 'Sum of spots' },
  below: 'spots',
  unit: 'count',
};
const airtime: DerivedFigure = {
  name: 'airtime',
  label: { hi: 'लागत', en: 'Cost' },
  below: 'rate',
  unit: 'paise',
};

/** Figures of a kind that are computed instead of typed. */
export function derivedFigures(kind: ActivityKind): readonly DerivedFigure[] {
  if (kind === 'film') return [shows];
  return kind === 'radio' ? [spots, airtime] : [];
}

/** Shows of a cinema, broadcasts of a spot and what they cost in paise, as far as they are known. */
export function deriveFigures({
  kind,
  details,
}: Pick<ActivityEntry, 'kind' | 'details'>): (DerivedFigure & { value: number })[] {
  const values = { shows: countShows, spots: countSpots, airtime: airtimePaise };
  return derivedFigures(kind).flatMap((figure) => {
    const value = values[figure.name](details);
    return value === undefined ? [] : [{ ...figure, value }];
  });
}
