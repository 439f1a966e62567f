/** Kinds of value that a variable takes. */
export type ValueKind = 'any' | 'digits' | 'letters' | 'link' | 'call-back' | 'email';

/**
 * Tags of variables by the direction of 18.11.2025, which names kinds and leaves the spelling to the operators. They
 * are data: each is marked until somebody has seen it in the template form of the operator's own portal.
 */
export const variableTags = {
  numeric: { takes: 'digits', seenOnPortal: false },
  number: { takes: 'digits', seenOnPortal: false },
  alphanumeric: { takes: 'letters', seenOnPortal: false },
  url: { takes: 'link', seenOnPortal: false },
  cbn: { takes: 'call-back', seenOnPortal: false },
  email: { takes: 'email', seenOnPortal: false },
} as const satisfies Record<string, { takes: ValueKind; seenOnPortal: boolean }>;

/** The tag of before, for any text: read, so that it can be named, and refused. */
export const untagged = 'var';
