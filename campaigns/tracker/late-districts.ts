import { type Day, daysBetween } from './clock.ts';
import type { ProgressFile } from './progress-file.ts';

/**
 * Share of a district's boards that should be up by a day, 0 to 1: evenly over the campaign's days, all of them after
 * its last. The letter names no day for the boards; the goal's own last day (minutes, item 1) is theirs.
 */
export function boardPace(
  { startsOn, endsOn }: Pick<ProgressFile['goal'], 'startsOn' | 'endsOn'>,
  today: Day,
): number {
  const all = daysBetween(startsOn, endsOn) + 1;
  return Math.min(1, Math.max(0, (daysBetween(startsOn, today) + 1) / all));
}

/** Parts of the progress that show how far the boards are. */
interface BoardsSoFar {
  goal: Pick<ProgressFile['goal'], 'startsOn' | 'endsOn'>;
  today: Day;
  districts: readonly {
    district: string;
    boards: Pick<ProgressFile['boards'], 'stations' | 'up'>;
  }[];
}

/** Districts with fewer boards than their days ask for, the one with most left first. */
export function lateDistricts(
  { goal, today, districts }: BoardsSoFar,
  within: ReadonlySet<string> | null = null,
): { district: string; stations: number; up: number; left: number }[] {
  const pace = boardPace(goal, today);
  return districts
    .filter(({ district }) => within === null || within.has(district))
    .map(({ district, boards: { stations, up } }) => ({
      district,
      stations,
      up,
      left: stations - up,
    }))
    .filter(({ stations, up, left }) => left > 0 && up < stations * pace)
    .toSorted((a, b) => b.left - a.left || a.district.localeCompare(b.district));
}
