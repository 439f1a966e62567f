// A closed list of the contract, without a library: the console's scripts load it.

/** Kinds of things whose changes are sent to the console. */
export const changeKinds = [
  'activity',
  'blast',
  'press-note',
  'report',
  'take',
  'alert',
  'direction',
  'register',
] as const;
export type ChangeKind = (typeof changeKinds)[number];
