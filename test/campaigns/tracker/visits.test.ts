import { describe, expect, test } from 'vitest';
import { tallyVisits } from '../../../campaigns/tracker/visits.ts';

const until = '2019-04-12';
const honest = [
  { district: 'agra', visits: [2, 3, 2, 0] },
  { district: 'mathura', visits: [1, 2, 3, 2] },
];
const sumOf = (district: string, codes: typeof honest) =>
  tallyVisits(codes, { burstTimes: 3, until })
    .filter((tally) => tally.district === district)
    .reduce((sum, { visits }) => sum + visits, 0);

describe('what is unusual is judged against the days of all codes', () => {
  test.each([
    ['as many as three times the middle', [6, 0, 0, 0], 6],
    ['one more', [7, 0, 0, 0], 6],
    ['a thousand', [1000, 0, 0, 0], 6],
    ['a farm that makes its own past', [50, 50, 50, 50], 24],
  ])('%s', (_, visits, counted) => {
    expect(sumOf('mahoba', [...honest, { district: 'mahoba', visits }])).toBe(counted);
  });

  test('the days are those up to the last one, none without visitors', () => {
    expect(tallyVisits(honest.slice(0, 1), { burstTimes: 3, until })).toEqual([
      { day: '2019-04-09', district: 'agra', visits: 2 },
      { day: '2019-04-10', district: 'agra', visits: 3 },
      { day: '2019-04-11', district: 'agra', visits: 2 },
    ]);
  });
});
