/** Subjects of the checker's rules. */
export const pressRules = [
  'section',
  'sexual-offence',
  'trafficking',
  'pocso',
  'juvenile',
  'child',
  'school',
  'age',
  'relation',
  'address',
  'name',
  'mobile',
  'long-number',
  'identity-paper',
  'vehicle',
  'electronic-address',
  'caste-or-faith',
  'guilt',
  'health',
  'other-offence',
] as const;
export type PressRule = (typeof pressRules)[number];

/** `block`: the note cannot go out. `hint`: the second officer has to look at it. */
export type PressLevel = 'block' | 'hint';

const blocking: ReadonlySet<PressRule> = new Set<PressRule>([
  'section',
  'sexual-offence',
  'trafficking',
  'pocso',
  'juvenile',
  'child',
  'school',
  'age',
  'other-offence',
]);

/** Those by which somebody is known, or may be. */
export const personRules: ReadonlySet<PressRule> = new Set<PressRule>([
  'sexual-offence',
  'trafficking',
  'pocso',
  'juvenile',
  'child',
  'age',
  'relation',
  'name',
  'mobile',
  'long-number',
  'identity-paper',
  'electronic-address',
]);

export function findLevel(rule: PressRule): PressLevel {
  return blocking.has(rule) ? 'block' : 'hint';
}

export interface PressFinding {
  rule: PressRule;
  level: PressLevel;
  /** Place in the text in UTF-16 units. */
  from: number;
  to: number;
  /** As written in the text. */
  found: string;
}

/** A place in the folded text. */
export interface Hit {
  rule: PressRule;
  from: number;
  to: number;
}
