import { describe, expect, test } from 'vitest';
import { findObligation } from '../../../campaigns/directions/directions.ts';
import { addMonths } from '../../../campaigns/directions/months.ts';
import { occurrenceKey, parseOccurrenceKey } from '../../../campaigns/directions/occurrence-key.ts';
import {
  findState,
  isPossible,
  statusAfter,
  type Touched,
} from '../../../campaigns/directions/occurrence-state.ts';
import { type OccurrenceScope, occurrences } from '../../../campaigns/directions/occurrences.ts';
import { zoneAbove } from '../../../campaigns/directions/owing-offices.ts';
import { districts, offices, officesOfAgra, register } from './up-cop-register.ts';

const all = (scope: Partial<OccurrenceScope> & { until: string }) =>
  occurrences(register, { offices: officesOfAgra, ...scope });
/** `obligation office period: due`, as it would be on a list. */
const lines = (scope: Partial<OccurrenceScope> & { until: string }) =>
  all(scope).map(
    ({ obligation, office, period, due, dueBy }) =>
      `${obligation} ${office} ${period}: ${due ?? '–'}${dueBy === 'computed' ? ' computed' : ''}`,
  );

const events = [
  { id: 1, kind: 'election-over', day: '2019-05-23', district: '' },
  { id: 2, kind: 'first-posting', day: '2019-06-03', district: 'agra', zone: 'agra' },
  { id: 3, kind: 'first-posting', day: '2019-06-10', district: 'lucknow', zone: 'lucknow' },
];

describe('what is owed when', () => {
  test('the second step of a month opens with the first and has no day of its own', () => {
    const of = (id: string) =>
      all({ until: '2019-04-30' })
        .filter(({ obligation }) => obligation === id)
        .map(({ period, since, due }) => [period, since, due]);
    expect(of('2B')).toEqual([['2019-03', '2019-04-01', '2019-04-05']]);
    expect(of('2B-dgp')).toEqual([['2019-03', '2019-04-01', null]]);
  });

  test.each([
    ['2B', { from: '2019-04-05', until: '2019-04-30' }, ['2019-03']],
    ['2B', { from: '2019-04-06', until: '2019-04-30' }, []],
    ['2B-dgp', { from: '2019-04-05', until: '2019-04-30' }, ['2019-03']],
    ['2B-dgp', { from: '2019-04-06', until: '2019-04-30' }, []],
    ['2B', { until: '2019-04-01' }, ['2019-03']],
    ['2B', { until: '2019-03-31' }, []],
    ['4A', { until: '2019-03-27' }, ['once']],
    ['4A', { until: '2019-03-26' }, []],
    ['4B-ii', { until: '2019-06-03', events }, ['event-2']],
    ['4B-ii', { until: '2019-06-02', events }, []],
  ])('%s of %o is %j, the days themselves included', (id, scope, periods) => {
    const found = all(scope).filter(({ obligation }) => obligation === id);
    expect([...new Set(found.map(({ period }) => period))]).toEqual(periods);
  });

  test('the 5th is not moved when it is a Sunday', () => {
    const due = all({ until: '2019-05-30' }).flatMap((own) =>
      own.obligation === '2B' ? [own.due] : [],
    );
    // 5 May 2019 was a Sunday.
    expect(due).toEqual(['2019-04-05', '2019-05-05']);
  });

  test('another day of the meeting moves what is computed from it, and only that', () => {
    const bases = { 'minutes-2019-03-27': '2019-03-28' };
    const changed = lines({ until: '2019-06-30', bases }).filter(
      (line) => !lines({ until: '2019-06-30' }).includes(line),
    );
    expect(changed).toEqual([
      '3A branch:crime once: 2019-04-12 computed',
      '3A branch:iteccs once: 2019-04-12 computed',
      '3B branch:crime once: 2019-04-12 computed',
      '4A district:agra once: 2019-05-28 computed',
      '6 hq once: 2019-06-28 computed',
    ]);
  });

  test('the training at a first posting is owed by headquarters, ITECCS and the zone of its district', () => {
    const found = occurrences(register, { offices, until: '2019-06-30', events });
    const of = (id: string) => found.filter(({ obligation }) => obligation === id);
    expect(of('4B-ii').map(({ key }) => key)).toEqual([
      ...['zone:agra', 'hq', 'branch:iteccs-adg'].map((office) => `4B-ii/${office}/event-2`),
      ...['zone:lucknow', 'hq', 'branch:iteccs-adg'].map((office) => `4B-ii/${office}/event-3`),
    ]);
    expect(of('4B-i')).toHaveLength(8 + 2);
  });
});

test('every occurrence has its own key that says what it is', () => {
  const found = occurrences(register, { offices, until: '2020-03-31', events });
  expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
  for (const { key, obligation, office, period } of found.slice(0, 500))
    expect(parseOccurrenceKey(key)).toEqual({ obligation, office, period });
  expect(parseOccurrenceKey('2B/zone:agra')).toBeUndefined();
  const own = { obligation: '2B', office: 'zone:agra', period: '2019-03' };
  expect(occurrenceKey(own)).toBe('2B/zone:agra/2019-03');
});

test('the state of an occurrence', () => {
  const own = { due: '2019-04-05', before: false, endedOn: null };
  const of = (options: Omit<Parameters<typeof findState>[1], 'today'>, today = '2019-04-12') =>
    findState(own, { ...options, today });
  expect(of({})).toEqual({ state: 'to-start', lateDays: 7, open: true });
  expect(of({}, '2019-04-05')).toMatchObject({ lateDays: 0 });
  expect(of({}, '2019-04-06')).toMatchObject({ lateDays: 1 });
  const touched = (status: Touched['status'], submittedOn: string | null) =>
    of({ touched: { status, submittedOn } });
  const submitted = { state: 'submitted', lateDays: 2, open: false };
  expect(touched('submitted', '2019-04-07')).toEqual(submitted);
  // Handed in in time and returned: its office has to do something again, and is past its day.
  expect(touched('returned', '2019-04-05')).toEqual({ state: 'returned', lateDays: 7, open: true });
  expect(touched('not-applicable', null)).toMatchObject({ lateDays: 0, open: false });
  expect(of({ tracker: 'under-way' })).toMatchObject({ state: 'in-progress' });
  expect(of({ tracker: 'done' })).toMatchObject({ state: 'accepted', lateDays: 0, open: false });
  expect(findState({ ...own, due: null }, { today: '2026-01-01' }).lateDays).toBe(0);
  const before = findState({ ...own, before: true }, { today: '2026-01-01' });
  expect(before).toEqual({ state: 'before', lateDays: 0, open: false });
});

test('what was returned stays returned while it is mended, until it is handed in again', () => {
  expect(isPossible('accepted', 'submit')).toBe(false);
  expect(isPossible('to-start', 'accept')).toBe(false);
  expect(statusAfter('returned', 'save')).toBe('returned');
  expect(statusAfter('returned', 'submit')).toBe('submitted');
  expect(statusAfter('to-start', 'save')).toBe('in-progress');
});

test('months are counted to the last day of a shorter one', () => {
  expect(addMonths('2019-01-31', 1)).toBe('2019-02-28');
  expect(addMonths('2019-01-05', -1)).toBe('2018-12-05');
});

test('a district and its range are below their zone, others below none', () => {
  expect(zoneAbove('district:lucknow', districts)).toBe('lucknow');
  expect(zoneAbove('range:agra', districts)).toBe('agra');
  expect(zoneAbove('zone:agra', districts)).toBeNull();
  expect(findObligation(register, '2B-dgp')?.direction.id).toBe('2B');
  expect(findObligation(register, 'none')).toBeUndefined();
});
