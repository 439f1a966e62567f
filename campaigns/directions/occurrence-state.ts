import { type Day, daysBetween } from '../tracker/clock.ts';
import type { Occurrence } from './occurrences.ts';

/** Statuses that somebody set. An untouched occurrence has none of these and is yet to start. */
export const occurrenceStatuses = [
  'in-progress',
  'submitted',
  'accepted',
  'returned',
  'not-applicable',
  'closed',
] as const;
export type OccurrenceStatus = (typeof occurrenceStatuses)[number];

/** As shown; the delay is shown separately. `before` was over before the register was taken over, and waits to be closed. */
export const occurrenceStates = ['before', 'to-start', ...occurrenceStatuses] as const;
export type OccurrenceState = (typeof occurrenceStates)[number];

export const occurrenceActions = [
  'save',
  'submit',
  'withdraw',
  'forward',
  'accept',
  'return',
  'set-aside',
  'close',
  'reopen',
] as const;
export type OccurrenceAction = (typeof occurrenceActions)[number];

const allowed: Record<OccurrenceAction, readonly OccurrenceState[]> = {
  save: ['before', 'to-start', 'in-progress', 'returned'],
  submit: ['before', 'to-start', 'in-progress', 'returned'],
  /** By its office, until it is accepted. */
  withdraw: ['submitted'],
  forward: ['submitted'],
  accept: ['submitted'],
  return: ['submitted'],
  /** Not applicable, with the reason. */
  'set-aside': ['before', 'to-start', 'in-progress', 'submitted', 'returned'],
  /** Nothing more is awaited, with the reason: it was done before, or its time is over. */
  close: ['before', 'to-start', 'in-progress', 'submitted', 'returned'],
  /** For an occurrence that was accepted, set aside or closed by mistake. */
  reopen: ['accepted', 'not-applicable', 'closed'],
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
    case 'close':
      return 'closed';
    case 'withdraw':
    case 'reopen':
      return 'in-progress';
  }
}

/** The stored part of an occurrence that somebody has touched. */
export interface Touched {
  status: OccurrenceStatus;
  /** Day of the first submission; null before it. */
  submittedOn: Day | null;
}

export interface StateOfOccurrence {
  state: OccurrenceState;
  /**
   * Days past its day: up to today while its office has to do something, else up to the first submission. 0 where it is in
   * time, where no paper states a day, and for what was over before the register was taken over.
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

const openStates: readonly OccurrenceState[] = ['to-start', 'in-progress', 'returned'];

export function findState(
  own: Pick<Occurrence, 'due' | 'before' | 'endedOn'>,
  {
    touched,
    today,
    tracker,
  }: { touched?: Touched | undefined; today: Day; tracker?: TrackerState | undefined },
): StateOfOccurrence {
  const { due, before, endedOn } = own;
  const known = knownState(own, touched, tracker);
  // What a later paper has ended is awaited from nobody; what was handed in of it stays.
  const isEnded = endedOn !== null && endedOn <= today && openStates.includes(known);
  const state = isEnded ? 'closed' : known;
  const open = openStates.includes(state);
  const isSettled = state === 'not-applicable' || state === 'closed';
  const end = open ? today : (touched?.submittedOn ?? null);
  // Days compare as text: most are not late, and a day is then not even parsed.
  const isLate = due !== null && end !== null && end > due && !before && !isSettled;
  return { state, lateDays: isLate ? daysBetween(due, end) : 0, open };
}

function knownState(
  { before }: Pick<Occurrence, 'before'>,
  touched: Touched | undefined,
  tracker: TrackerState | undefined,
): OccurrenceState {
  const own = touched?.status;
  if (own !== undefined && own !== 'in-progress') return own;
  if (tracker !== undefined && tracker !== 'not-begun') return trackerStates[tracker];
  return own ?? (before ? 'before' : 'to-start');
}

/**
 * The state that an action begins with. What the tracker counts as done can still be handed in with a remark; null where a later
 * paper has ended it, so that nothing can be done.
 */
export function stateForActions(
  { state }: StateOfOccurrence,
  touched: Touched | undefined,
  isTracked: boolean,
): OccurrenceState | null {
  if (state === 'closed' && touched?.status !== 'closed') return null;
  return touched?.status ?? (isTracked && state !== 'before' ? 'to-start' : state);
}

/** Its office is past its day and has to do something. Every list, letter, report, calendar and score asks here. */
export function isLate({ open, lateDays }: StateOfOccurrence): boolean {
  return open && lateDays > 0;
}

/** Nothing is to be done any more, by its office or by who decides. */
export function isSettled({ state }: StateOfOccurrence): boolean {
  return state === 'accepted' || state === 'not-applicable' || state === 'closed';
}
