import type { NameFaultCode } from './directory/name-check.ts';

/** A rule that a schema states in its own sentence: `params` of its issue, for those who say it in Hindi. */
export type SchemaRule =
  | { rule: 'ends-after-start'; startsOn: string }
  | { rule: 'beyond-goal-before'; before: string | number }
  | { rule: 'once'; twice: string }
  | { rule: 'least-mm'; mm: number }
  | { rule: 'station-in-text' }
  | { rule: 'name'; code: NameFaultCode };
