import { expect, test } from 'vitest';
import { findState } from '../../../campaigns/directions/occurrence-state.ts';
import { occurrences } from '../../../campaigns/directions/occurrences.ts';
import type { Amendment } from '../../../campaigns/directions/register.ts';
import { rhythmSchema } from '../../../campaigns/directions/rhythm.ts';
import { register as base, officesOfAgra } from './up-cop-register.ts';

const monthly = (day: number) =>
  rhythmSchema.parse({ kind: 'every', period: 'month', day, reports: 'month-before' });

/** What these later papers leave of one obligation on a day, as `office period: due state`. */
function owed(
  obligation: string,
  amendments: readonly Pick<Amendment, 'from' | 'change' | 'until'>[],
  today: string,
) {
  const register = {
    ...base,
    amendments: amendments.map((own, at) => ({
      id: `A${at}`,
      paper: 'letter-2019-03-30',
      point: { hi: '', en: '' },
      quote: 'q',
      obligation,
      ...own,
    })),
  };
  return occurrences(register, { offices: officesOfAgra, until: today, from: '2019-03-27' })
    .filter((own) => own.obligation === obligation)
    .map((own) => {
      const { state, lateDays } = findState(own, { today });
      return `${own.office} ${own.period}: ${own.due ?? '-'} ${state}${lateDays ? ` ${lateDays}` : ''}`;
    });
}
const district = 'district:agra';

test('what ended is no longer owed from that day on, and what was late before stays late', () => {
  const end = { change: 'end', from: '2019-05-03', until: null } as const;
  expect(owed('L3', [end], '2019-07-10')).toEqual([`${district} 2019-03: 2019-04-05 to-start 96`]);
  expect(owed('9', [end], '2019-07-10')).toEqual(['hq once: - closed']);
  expect(owed('9', [end], '2019-05-02')).toEqual(['hq once: - to-start']);
  // Due on 27.05., after its end.
  expect(owed('4A', [end], '2019-07-10')).toEqual([`${district} once: 2019-05-27 closed`]);
  const late = { ...end, from: '2019-06-01' };
  expect(owed('4A', [late], '2019-06-06')).toEqual([`${district} once: 2019-05-27 to-start 10`]);
});

test('what is suspended is owed again afterwards', () => {
  const pause = { change: 'suspend', from: '2019-05-01', until: '2019-07-01' } as const;
  expect(owed('L3', [pause], '2019-07-10')).toEqual([
    `${district} 2019-03: 2019-04-05 to-start 96`,
    `${district} 2019-06: 2019-07-05 to-start 5`,
  ]);
  expect(owed('9', [pause], '2019-06-30')).toEqual(['hq once: - closed']);
  expect(owed('9', [pause], '2019-07-01')).toEqual(['hq once: - to-start']);
});

test('another day of the month holds from its paper on, and no month is owed twice', () => {
  const rhythm = monthly(10);
  const change = { change: 'change', from: '2019-05-01', until: null, rhythm } as const;
  expect(owed('L3', [change], '2019-06-10')).toEqual([
    `${district} 2019-03: 2019-04-05 to-start 66`,
    `${district} 2019-04: 2019-05-10 to-start 31`,
    `${district} 2019-05: 2019-06-10 to-start`,
  ]);
  const within = { ...change, from: '2019-04-08' };
  expect(owed('L3', [within], '2019-05-10')).toEqual([
    `${district} 2019-03: 2019-04-05 to-start 35`,
    `${district} 2019-04: 2019-05-10 to-start`,
  ]);
});

test('another owner owes from that day on; what the one before was late with stays its own', () => {
  const change = {
    ...({ change: 'change', from: '2019-05-01', until: null } as const),
    owners: [{ role: 'zone' as const, area: 'agra' }],
  };
  expect(owed('L3', [change], '2019-05-06')).toEqual([
    `${district} 2019-03: 2019-04-05 to-start 31`,
    'zone:agra 2019-04: 2019-05-05 to-start 1',
  ]);
  expect(owed('7a', [change], '2019-05-06')).toEqual([
    'hq once: - closed',
    'zone:agra once: - to-start',
  ]);
  expect(owed('3A', [change], '2019-05-06')).toEqual([
    'branch:crime once: 2019-04-11 to-start 25',
    'branch:iteccs once: 2019-04-11 to-start 25',
    'zone:agra once: 2019-05-16 to-start',
  ]);
});

test('what was owed once can come each week, and a later change changes the earlier one', () => {
  const weekly = rhythmSchema.parse({ kind: 'every', period: 'week', day: 1 });
  const changes = [
    { change: 'change', from: '2019-05-01', until: null, rhythm: weekly },
    { change: 'change', from: '2019-05-14', until: null, rhythm: monthly(31) },
  ] as const;
  expect(owed('9', changes, '2019-06-03')).toEqual([
    'hq once: - closed',
    'hq 2019-05-06: 2019-05-06 to-start 28',
    'hq 2019-05-13: 2019-05-13 to-start 21',
    'hq 2019-04: 2019-05-31 to-start 3',
  ]);
});
