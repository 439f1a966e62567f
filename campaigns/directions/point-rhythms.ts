import type { Day } from '../tracker/clock.ts';
import type { OwingRole } from './owing-roles.ts';

/** How often something of a later meeting is owed, as headquarters chooses it. */
export const pointRhythms = ['by-day', 'monthly', 'standing', 'none'] as const;

/** What a person says of a point of later minutes. */
export interface PointTerms {
  title: string;
  owed: string;
  apps: string[];
  owners: { role: OwingRole; area?: string | undefined }[];
  rhythm: (typeof pointRhythms)[number];
  /** Where the minutes state it; for `by-day`. */
  day: Day | null;
  /** For `monthly`. */
  monthDay: number | null;
  file: boolean;
}
