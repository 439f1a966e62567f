import { expect, test } from 'vitest';
import { presentGoal } from '../../../campaigns/tracker/present-goal.ts';

const ladder = [
  { downloads: 250_000, startsOn: '2019-03-27', endsOn: '2019-04-30' },
  { downloads: 500_000, startsOn: '2019-05-01', endsOn: '2019-12-31' },
  { downloads: 1_000_000, startsOn: '2020-01-01', endsOn: '2020-12-31' },
];
const counted = (total: number) =>
  ({ kind: 'counted', total }) as Parameters<typeof presentGoal>[1];

const cases: [label: string, total: number, today: string, goal: number, earlier: boolean[]][] = [
  ['the first one is worked for', 100_000, '2019-04-12', 250_000, []],
  ['a goal that is reached early stays until the next begins', 300_000, '2019-04-20', 250_000, []],
  ['then the next is worked for and it is reached', 300_000, '2019-05-01', 500_000, [true]],
  ['one that was missed is over', 200_000, '2019-05-01', 500_000, [false]],
  // The letter asks for more than 2,50,000.
  ['one download short of it, a goal is missed', 249_999, '2019-05-01', 500_000, [false]],
  ['a goal that is reached but not exceeded is missed', 250_000, '2019-05-01', 500_000, [false]],
  ['a goal that is exceeded by one is reached', 250_001, '2019-05-01', 500_000, [true]],
  ['the last one stays', 2_000_000, '2030-01-01', 1_000_000, [true, true]],
];
test.each(cases)('%s', (_label, total, today, goal, earlier) => {
  const present = presentGoal(ladder, counted(total), today);
  expect(present.goal.downloads).toBe(goal);
  expect(present.earlier.map(({ reached }) => reached)).toEqual(earlier);
});
