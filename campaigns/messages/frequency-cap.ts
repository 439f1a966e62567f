/** How many messages and calls of all blasts together one number gets in a period, unless a draft says otherwise. */
export const usualCap = { messages: 1, days: 7 } as const;
/** The most that a draft may say instead. */
export const largestCap = { messages: 100, days: 366 } as const;
