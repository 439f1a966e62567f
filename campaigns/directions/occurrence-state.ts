import { type Day, daysBetween } from '../tracker/clock.ts';
import type { Occurrence } from './occurrences.ts';

/** What has been done with an occurrence. One that nobody touched has none of these and is yet to start. */
export const occurrenceStatuses = [
  'in-progress',
  'submitted',
  'accepted',
  'returned',
  'not-applicable',
] as const;
export type OccurrenceStatus = (typeof occurrenceStatuses)[number];

/** As it is shown; how late it is stands beside it. */
export const occurrenceStates = ['to-start', ...occurrenceStatuses] as const;
export type OccurrenceState = (typeof occurrenceStates)[number];

export const occurrenceActions = [
  'save',
  'submit',
  'forward',
  'accept',
  'return',
  'set-aside',
  'reopen',
] as const;
export type OccurrenceAction = (typeof occurrenceActions)[number];

const allowed: Record<OccurrenceAction, readonly OccurrenceState[]> = {
  save: ['to-start', 'in-progress', 'returned'],
  submit: ['to-start', 'in-progress', 'returned'],
  forward: ['submitted'],
  accept: ['submitted'],
  return: ['submitted'],
  /** Not applicable, with the reason. */
  'set-aside': ['to-start', 'in-progress', 'submitted', 'returned'],
  /** What was accepted or set aside by mistake. */
  reopen: ['accepted', 'not-applicable'],
};

export function isPossible(state: OccurrenceState, action: OccurrenceAction): boolean {
  return allowed[action].includes(state);
}

/** Where an action leads; a draft of what was returned stays returned until it is handed in again. */
export function statusAfter(state: OccurrenceState, action: OccurrenceAction): OccurrenceStatus {
  switch (action) {
    case 'save':
      return state === 'returned' ? 'returned' : 'in-progress';
    case 'submit':
    case 'forward':
      return 'submitted';
    case 'accept':
      return 'accepted';
    case 'return':
      return 'returned';
    case 'set-aside':
      return 'not-applicable';
    case 'reopen':
      return 'in-progress';
  }
}

/** What is kept of an occurrence that was touched. */
export interface Touched {
  status: OccurrenceStatus;
  /** Day of the first submission; null before it. */
  submittedOn: Day | null;
}

export interface StateOfOccurrence {
  state: OccurrenceState;
  /**
   * Days past its day: up to the first submission, or up to today while nothing was handed in. 0 where it is in time, or
   * where no paper states a day.
   */
  lateDays: number;
  /** True while the office has to do something. */
  open: boolean;
}

/** Whether the tracker's figures show that something was done, where an obligation's state comes from them. */
export type TrackerState = 'not-begun' | 'under-way' | 'done';
const trackerStates: Record<TrackerState, OccurrenceState> = {
  'not-begun': 'to-start',
  'under-way': 'in-progress',
  done: 'accepted',
};

export function stateOf(
  { due }: Pick<Occurrence, 'due'>,
  {
    touched,
    today,
    tracker,
  }: { touched?: Touched | undefined; today: Day; tracker?: TrackerState | undefined },
): StateOfOccurrence {
  const own = touched?.status;
  const state: OccurrenceState =
    own !== undefined && own !== 'in-progress'
      ? own
      : tracker === undefined
        ? (own ?? 'to-start')
        : trackerStates[tracker];
  const open = state === 'to-start' || state === 'in-progress' || state === 'returned';
  const end = touched?.submittedOn ?? (open ? today : null);
  // Days compare as text: most are not late, and a day is then not even parsed.
  const late =
    due === null || end === null || end <= due || state === 'not-applicable'
      ? 0
      : daysBetween(due, end);
  return { state, lateDays: Math.max(0, late), open };
}
