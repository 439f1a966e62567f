import type { Day } from '../tracker/clock.ts';

export interface TakingOver {
  /** Set by headquarters; null before it has. */
  set: Day | null;
  /** The day on which the installation was made, or the campaign's data name another. */
  byDefault: Day;
}

/**
 * The day from which what is repeated is owed. A campaign that is replayed lives before its installation
 * was made: there the register was taken over with the campaign's first day.
 */
export function takenOverOn({ set, byDefault }: TakingOver, today: Day, startsOn: Day): Day {
  const day = set ?? byDefault;
  if (day <= today) return day;
  return startsOn < today ? startsOn : today;
}
