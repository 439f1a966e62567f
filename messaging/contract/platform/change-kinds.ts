// A closed list of the contract, without a library: the console's scripts load it.

/** What the console is told of when it changes. */
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
