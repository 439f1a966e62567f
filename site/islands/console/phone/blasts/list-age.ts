import { dayMs } from '../../../../../campaigns/durations.ts';

/** Whole days since a list was taken in; 0 on the first day, also for a clock that is behind. */
export function countAgeDays(createdAt: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(createdAt)) / dayMs));
}
