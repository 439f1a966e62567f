// How lists of activities are asked for: closed lists of the contract, without a library, since the console's scripts load them.

/** How old an entry is: entered within a day, or more than this number of days ago. */
export const activityAges = ['new', 'over-2', 'over-7', 'over-30'] as const;
export type ActivityAge = (typeof activityAges)[number];

/** `urgent`: appeals, then pictures, then what an office only says, the oldest of each first. */
export const activityOrders = ['newest', 'urgent', 'oldest', 'place', 'kind'] as const;
export type ActivityOrder = (typeof activityOrders)[number];

/** Limit of entries in one decision. */
export const mostDecided = 100;
