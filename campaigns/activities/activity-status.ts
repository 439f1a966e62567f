/**
 * `entered`: said by the office. `waiting`: with a picture that does not prove it by itself. `verified`: proved by its
 * picture. `appealed`: its picture was refused, it goes beyond what there is or the zone rejected it, and the office asks the
 * zone all the same; it counts for nothing until then. `approved` and `rejected`: by the zone. `withdrawn`: taken back by the
 * office; it counts for nothing.
 */
export const activityStatuses = [
  'entered',
  'waiting',
  'appealed',
  'verified',
  'approved',
  'rejected',
  'withdrawn',
] as const;
export type ActivityStatus = (typeof activityStatuses)[number];

/** Actions on an activity after it was entered. */
export const activityActions = [
  'prove',
  'leave-open',
  'appeal',
  'approve',
  'reject',
  'reopen',
  'correct',
  'complete',
  'withdraw',
  'restore',
] as const;
export type ActivityAction = (typeof activityActions)[number];

/** Statuses that wait for the zone's decision. */
export const openStatuses: readonly ActivityStatus[] = ['entered', 'waiting', 'appealed'];
/** Statuses that progress counts; `verifiedStatuses` are those of them that it counts as verified. */
export const countedStatuses: readonly ActivityStatus[] = [
  'entered',
  'waiting',
  'verified',
  'approved',
];
export const verifiedStatuses: readonly ActivityStatus[] = ['verified', 'approved'];

/** Actions of the office with which it hands in pictures, words or figures of an entry. */
const handingIn: readonly ActivityAction[] = [
  'prove',
  'leave-open',
  'appeal',
  'correct',
  'complete',
];

/** An activity, as far as its status depends on it. */
export interface ActivityState {
  status: ActivityStatus;
  hasPhoto: boolean;
  /** Status before it was withdrawn or decided; of one that is appealed, that the zone rejected it. */
  restoresTo?: ActivityStatus | null;
}

/** Whether the zone's last word was no: only the zone lets it count again. */
export function isRejected({ status, restoresTo }: Omit<ActivityState, 'hasPhoto'>): boolean {
  return status === 'rejected' || (status === 'appealed' && restoresTo === 'rejected');
}

const allowed: Record<ActivityAction, readonly ActivityStatus[]> = {
  prove: ['entered', 'waiting', 'appealed', 'verified', 'approved', 'rejected'],
  'leave-open': ['entered', 'waiting', 'appealed', 'rejected'],
  appeal: ['entered', 'waiting', 'appealed', 'rejected'],
  approve: ['entered', 'waiting', 'appealed', 'rejected'],
  reject: ['entered', 'waiting', 'appealed', 'verified', 'approved'],
  /** A decision that is taken back waits again as before it. */
  reopen: ['approved', 'rejected'],
  correct: ['entered', 'waiting', 'appealed', 'verified', 'approved', 'rejected'],
  complete: ['entered', 'waiting', 'appealed', 'verified', 'approved', 'rejected'],
  withdraw: ['entered', 'waiting', 'appealed', 'verified', 'approved', 'rejected'],
  restore: ['withdrawn'],
};

/** The status after an action, or null where the action is not possible. */
export function nextStatus(state: ActivityState, action: ActivityAction): ActivityStatus | null {
  if (!allowed[action].includes(state.status)) return null;
  if (handingIn.includes(action) && isRejected(state)) return 'appealed';
  switch (action) {
    case 'prove':
      return 'verified';
    case 'leave-open':
      return 'waiting';
    case 'appeal':
      return 'appealed';
    case 'approve':
      return 'approved';
    case 'reject':
      return 'rejected';
    case 'reopen':
      return state.restoresTo ?? undecided(state);
    case 'withdraw':
      return 'withdrawn';
    case 'restore':
      return state.restoresTo ?? 'entered';
    case 'complete':
      // What came in later takes nothing back of what was decided.
      return state.status;
    case 'correct':
      // What the zone decided was about the old words; what a picture proves stays proved.
      if (state.status === 'verified' || state.status === 'appealed') return state.status;
      return undecided(state);
  }
}

function undecided({ hasPhoto }: ActivityState): ActivityStatus {
  return hasPhoto ? 'waiting' : 'entered';
}

// How lists of activities are asked for: closed lists of the contract, without a library, since the console's scripts load them.

/** How old an entry is: entered within a day, or more than this number of days ago. */
export const activityAges = ['new', 'over-2', 'over-7', 'over-30'] as const;
export type ActivityAge = (typeof activityAges)[number];

/** `urgent`: appeals, then pictures, then what an office only says, the oldest of each first. */
export const activityOrders = ['newest', 'urgent', 'oldest', 'place', 'kind'] as const;
export type ActivityOrder = (typeof activityOrders)[number];

/** Limit of entries in one decision. */
export const mostDecided = 100;
