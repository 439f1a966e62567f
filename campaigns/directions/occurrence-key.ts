import type { Day } from '../tracker/clock.ts';
import type { OwingRole } from './owing-roles.ts';

/** An office as keys and links name it: `district:agra`, `zone:agra`, `branch:crime`, `hq`. */
export interface OwingOffice {
  role: OwingRole;
  area: string | null;
  /** From this day on it owes nothing new. */
  endedOn?: Day;
}

export function officeKey({ role, area }: OwingOffice): string {
  return area === null ? role : `${role}:${area}`;
}

/** One office's obligation for one period: `2B/zone:agra/2019-03`. */
export interface OccurrenceId {
  obligation: string;
  office: string;
  period: string;
}

export function occurrenceKey({ obligation, office, period }: OccurrenceId): string {
  return `${obligation}/${office}/${period}`;
}

/** The parts of a key, or undefined if it is not one. */
export function parseOccurrenceKey(key: string): OccurrenceId | undefined {
  const found = /^([\w-]+)\/([a-z-]+(?::[a-z0-9-]+)?)\/([\w-]+)$/.exec(key);
  if (found === null) return undefined;
  const [, obligation = '', office = '', period = ''] = found;
  return { obligation, office, period };
}
