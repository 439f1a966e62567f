import type { MessageCategory } from './messages.ts';

/** Words of the registrar on a header or template. */
export const registrationStates = ['applied', 'approved', 'refused', 'suspended'] as const;
export type RegistrationState = (typeof registrationStates)[number];

/**
 * Suffix that the operator adds to a header, by class (TRAI's direction on header suffixes, in force since 06.05.2025;
 * read 29.11.2026).
 */
export const headerSuffixes = {
  promotional: 'P',
  'service-implicit': 'S',
  'service-explicit': 'S',
  transactional: 'T',
  government: 'G',
} as const satisfies Record<MessageCategory, string>;
