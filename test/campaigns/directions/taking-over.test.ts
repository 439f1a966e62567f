import { expect, test } from 'vitest';
import { officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import { findState, isLate } from '../../../campaigns/directions/occurrence-state.ts';
import { occurrences } from '../../../campaigns/directions/occurrences.ts';
import { takenOverOn } from '../../../messaging/register/directions/register-now.ts';
import { offices, register } from './up-cop-register.ts';

const statedOn = (today: string, from: string) =>
  occurrences(register, { offices, until: today, from }).map((own) => ({
    ...own,
    ...findState(own, { today }),
  }));

test('on the first day of an installation nothing is late: what was ordered once before waits to be closed', () => {
  const stated = statedOn('2026-11-28', '2026-11-28');
  expect(stated.filter(isLate)).toEqual([]);
  const before = stated.filter(({ state }) => state === 'before');
  expect([...new Set(before.map(({ obligation }) => obligation))]).toEqual([
    ...['L2-draft', '1', '2B-form', '2C', '3A', '3B', '4A', '5A', '5B', '6', '7a', '8', '9'],
    ...['M-copy8', 'S5-first', 'S-copy9', 'S-copy10'],
  ]);
  // What the campaign itself counts goes on, and standing directions hold.
  const open = stated.filter(({ office, open }) => open && office === 'district:agra');
  const standing = ['L2', 'L2-news', 'S3', 'S3-entries', 'S4-stations', 'S5-review'];
  expect(open.map(({ obligation }) => obligation)).toEqual(standing);
});

test('what is repeated is owed from the day of taking over on, the day itself included', () => {
  const keys = (today: string, from: string) =>
    statedOn(today, from)
      .filter(({ obligation, office }) => obligation === 'L3' && office === 'district:agra')
      .map(({ period, lateDays }) => [period, lateDays]);
  expect(keys('2026-12-08', '2026-12-05')).toEqual([['2026-11', 3]]);
  expect(keys('2026-12-08', '2026-12-06')).toEqual([]);
  expect(keys('2027-01-06', '2026-12-06')).toEqual([['2026-12', 1]]);
});

test('what was ordered before and is due afterwards is owed as ever', () => {
  const [goal] = statedOn('2019-05-02', '2019-04-15').filter(
    ({ obligation, office }) => obligation === '1' && office === 'hq',
  );
  expect(goal).toMatchObject({ due: '2019-04-30', before: false, lateDays: 2 });
  expect(offices.map(officeKey)).toContain('branch:iteccs-adg');
});

test.each([
  ['set by an officer', { set: '2026-10-01', byDefault: '2026-11-28' }, '2026-10-01'],
  ['not set: the installation’s day', { set: null, byDefault: '2026-11-28' }, '2026-11-28'],
])('the day of taking over, %s', (_what, given, day) => {
  expect(takenOverOn(given, '2026-12-05', '2019-03-27')).toBe(day);
  // A campaign that is replayed lives before its installation was made.
  expect(takenOverOn(given, '2019-04-12', '2019-03-27')).toBe('2019-03-27');
});
