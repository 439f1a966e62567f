import { expect, test } from 'vitest';
import { addDays } from '../../../campaigns/tracker/clock.ts';
import type { Reading } from '../../../campaigns/tracker/readings.ts';
import { publicFigures } from '../../../messaging/figures/reports/public-totals.ts';

const reading = (source: Reading['source'], date: string, value: number): Reading => {
  return { source, date, value, from: source, readAt: '2019-06-01T00:00:00Z' };
};

test('what the public page would say: count, pace and chance', () => {
  const goal = { downloads: 200_000, startsOn: '2019-03-27', endsOn: '2019-04-30' };
  const known = [
    reading('manual', '2019-03-31', 170_000),
    ...Array.from({ length: 18 }, (_, at) => reading('play', addDays('2019-04-01', at), 2000)),
  ];
  expect(publicFigures(goal, known, '2019-04-19')).toMatchObject({
    total: 206_000,
    asOf: '2019-04-18',
    perDay: 2000,
    chance: 1,
  });
  const slip = [...known, reading('manual', '2019-04-18', 20_600)];
  expect(publicFigures(goal, slip, '2019-04-19')).toMatchObject({
    total: 20_600,
    requiredPerDay: 14_951,
    chance: 0,
  });
});
