import type { Day } from './clock.ts';
import type { Downloads, Goal } from './progress-file.ts';

/**
 * The goal that is worked for: the first of the ladder that is neither reached nor over, or the last one that has begun.
 * @param ladder at least one, each with more downloads and a later last day than the one before
 */
export function presentGoal(
  ladder: readonly Goal[],
  downloads: Downloads,
  today: Day,
): { goal: Goal; earlier: (Goal & { reached: boolean })[] } {
  const total = downloads.kind === 'counted' ? downloads.total : 0;
  const [first, ...successors] = ladder.map(({ downloads: figure, startsOn, endsOn }) => ({
    downloads: figure,
    startsOn,
    endsOn,
  }));
  if (first === undefined) throw new Error('Expected a goal, got none');
  let goal: Goal = first;
  const earlier: (Goal & { reached: boolean })[] = [];
  for (const next of successors) {
    const reached = total > goal.downloads;
    if (today < next.startsOn || !(reached || today > goal.endsOn)) break;
    earlier.push({ ...goal, reached });
    goal = next;
  }
  return { goal, earlier };
}
