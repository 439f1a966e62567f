import type { Day } from '../tracker/clock.ts';
import { addMonths } from './months.ts';
import {
  isLate,
  isSettled,
  type OccurrenceState,
  occurrenceStates,
  type StateOfOccurrence,
} from './occurrence-state.ts';
import type { Occurrence } from './occurrences.ts';

/** Filter values of a list. `late` and `open` are not states themselves. */
export const listedStates = ['open', 'late', ...occurrenceStates] as const;
export type ListedState = (typeof listedStates)[number];

export interface OccurrenceFilter {
  /** Ids of the directions that are about an app. */
  directions?: ReadonlySet<string> | undefined;
  /** Only this step of a direction with two steps. */
  obligation?: string | undefined;
  /** Keys of the offices. */
  offices?: ReadonlySet<string> | undefined;
  state?: ListedState | undefined;
  /** Due in this month, or owed from a day in it where no day is stated: YYYY-MM. */
  month?: string | undefined;
  /** With `month` the last of several months. */
  toMonth?: string | undefined;
}

/** How many months back settled occurrences are listed unless a month is asked for; open ones have no limit. */
const recentMonths = 2;

export type Stated = Occurrence & StateOfOccurrence;

/** Listed where no month is asked for. */
export function isCurrent(own: Stated, today: Day): boolean {
  return !isSettled(own) || findMonth(own) >= addMonths(today, -recentMonths).slice(0, 7);
}

export function isListed(
  own: Stated,
  { directions, obligation, offices, state, month, toMonth = month }: OccurrenceFilter,
): boolean {
  if (directions?.has(own.direction) === false || offices?.has(own.office) === false) return false;
  if (obligation !== undefined && own.obligation !== obligation) return false;
  if (month !== undefined && (findMonth(own) < month || findMonth(own) > (toMonth ?? month)))
    return false;
  switch (state) {
    case undefined:
      return true;
    case 'open':
      return own.open;
    case 'late':
      return isLate(own);
    default:
      return own.state === (state satisfies OccurrenceState);
  }
}

/** The month that an occurrence is counted in: that of its day, else that in which it began to be owed. */
export function findMonth({ due, since }: Pick<Occurrence, 'due' | 'since'>): string {
  return (due ?? since).slice(0, 7);
}

/**
 * Groups occurrences that several offices owe alike: same obligation and period, same state and days late. Keeps the
 * order.
 */
export function alike<Own extends Stated & { forwarded: boolean }>(
  entries: readonly Own[],
): Own[][] {
  const groups = Map.groupBy(entries, (own) => {
    const { obligation, period, state, lateDays, forwarded } = own;
    return [obligation, period, state, lateDays, forwarded].join(' ');
  });
  return [...groups.values()];
}

/** Late ones first, the oldest before the others, then what is due soonest, then what has no day; what needs nothing of its office comes last. */
export function byUrgency(a: Stated, b: Stated): number {
  if (isLate(a) !== isLate(b)) return isLate(a) ? -1 : 1;
  if (a.open !== b.open) return a.open ? -1 : 1;
  if (a.due !== null && b.due !== null && a.due !== b.due) return a.due < b.due ? -1 : 1;
  if ((a.due === null) !== (b.due === null)) return a.due === null ? 1 : -1;
  return a.since === b.since ? 0 : a.since > b.since ? -1 : 1;
}
