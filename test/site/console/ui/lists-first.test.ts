import { expect, test } from 'vitest';
import { byUrgency, type Stated } from '../../../../campaigns/directions/listing.ts';
import type { DirectionMatrix } from '../../../../messaging/register/directions/directions-schemas.ts';
import { findLacking } from '../../../../site/islands/console/field/activities/activity-entry.ts';
import { linePoints } from '../../../../site/islands/console/front/home/line-points.ts';
import { countByOffice } from '../../../../site/islands/console/register/directions/office-counts.ts';

test('a late direction comes before one with an older day that nothing late is counted of', () => {
  const owed = (id: string, due: string | null, lateDays: number) =>
    ({
      key: id,
      due,
      since: '2019-03-01',
      state: 'to-start',
      open: true,
      lateDays,
    }) as unknown as Stated;
  const list = [
    owed('taken over', '2019-03-30', 0),
    owed('no day', null, 0),
    owed('late', '2019-04-05', 3),
  ];
  expect(list.toSorted(byUrgency).map(({ key }) => key)).toEqual(['late', 'taken over', 'no day']);
});

test('the office with most late directions is counted first, and one that owes nothing more is left out', () => {
  const column = (id: string) => ({ id, name: { hi: id, en: id } });
  const cell = (total: number, done: number, late: number) => ({
    total,
    done,
    late,
    submitted: 0,
    returned: 0,
  });
  const row = (cells: (ReturnType<typeof cell> | null)[]) => ({
    direction: '1',
    obligation: '1',
    cells,
  });
  const matrix = {
    columns: ['zone:agra', 'zone:bareilly', 'hq', 'done'].map(column),
    rows: [
      row([cell(9, 1, 0), cell(4, 1, 2), null, cell(1, 1, 0)]),
      row([cell(5, 5, 0), cell(4, 4, 0), cell(2, 0, 1), null]),
    ],
  } as unknown as DirectionMatrix;
  expect(countByOffice(matrix).map(({ id, late, open }) => [id, late, open])).toEqual([
    ['zone:bareilly', 2, 3],
    ['hq', 1, 2],
    ['zone:agra', 0, 8],
  ]);
});

test('a district is shown the kinds of work of which it has nothing, and boards while one is missing', () => {
  const kinds = ['board', 'pamphlet', 'radio', 'event'] as const;
  const counts = { newspapers: 40, 'fm-spots': 0 };
  expect(findLacking({ counts, missing: 1 }, kinds)).toEqual(['board', 'radio', 'event']);
  expect(findLacking({ counts, missing: 0 }, kinds)).toEqual(['radio', 'event']);
});

test('a trend stands on its least total and leaves room for days without a figure', () => {
  const line = linePoints([
    { date: '2019-04-01', total: 100 },
    { date: '2019-04-02', total: 150 },
    { date: '2019-04-05', total: 200 },
  ]);
  expect(line).toBe('0.0,62.0 75.0,32.0 300.0,2.0');
});
