import { expect, test } from 'vitest';
import {
  listRoundDays,
  longestSeriesDays,
  type RepeatRule,
} from '../../../campaigns/messages/repeat-days.ts';
import { daysBetween } from '../../../campaigns/tracker/clock.ts';

const rule = (change: Partial<RepeatRule>): RepeatRule => {
  return { rhythm: 'weekly', times: null, until: null, days: [], texts: [], ...change };
};

test.each([
  ['weekly', '2026-12-01', ['2026-12-01', '2026-12-08', '2026-12-15']],
  ['monthly', '2027-01-31', ['2027-01-31', '2027-02-28', '2027-03-31']],
  // A first Tuesday comes again on first Tuesdays, a third one on third ones.
  ['monthly-weekday', '2026-12-01', ['2026-12-01', '2027-01-05', '2027-02-02']],
  ['monthly-weekday', '2026-12-15', ['2026-12-15', '2027-01-19', '2027-02-16']],
  // December 2026 has five Tuesdays, the months after it four.
  ['monthly-weekday', '2026-12-29', ['2026-12-29', '2027-01-26', '2027-02-23']],
  ['monthly-last', '2026-12-29', ['2026-12-29', '2027-01-26', '2027-02-23']],
  ['monthly-last', '2027-01-31', ['2027-01-31', '2027-02-28', '2027-03-28']],
] as const)('%s from %s', (rhythm, first, days) => {
  expect(listRoundDays(rule({ rhythm, times: 3 }), first)).toEqual(days);
});

test('it goes on up to and with the last day, and no longer than its number of rounds', () => {
  const until = '2026-12-15';
  expect(listRoundDays(rule({ until }), '2026-12-01')).toHaveLength(3);
  expect(listRoundDays(rule({ until: '2026-12-14' }), '2026-12-01')).toHaveLength(2);
  expect(listRoundDays(rule({ until, times: 2 }), '2026-12-01')).toHaveLength(2);
});

test('without an end it does not come again', () => {
  expect(listRoundDays(rule({}), '2026-12-01')).toEqual(['2026-12-01']);
});

test('listed days are taken once each and in their order; days before the first do not count', () => {
  const days = ['2027-03-01', '2026-12-26', '2026-11-30', '2026-12-26', '2026-12-01'];
  const found = listRoundDays(rule({ rhythm: 'days', days }), '2026-12-01');
  expect(found).toEqual(['2026-12-01', '2026-12-26', '2027-03-01']);
});

test('further texts come so many days after the first', () => {
  const texts = [{ afterDays: 3 }, { afterDays: 7 }];
  const found = listRoundDays(rule({ rhythm: 'texts', texts }), '2026-12-30');
  expect(found).toEqual(['2026-12-30', '2027-01-02', '2027-01-06']);
});

test('neither rounds nor days are without end', () => {
  const first = '2026-12-01';
  expect(listRoundDays(rule({ until: '2099-01-01' }), first)).toHaveLength(60);
  const months = listRoundDays(rule({ rhythm: 'monthly', until: '2099-01-01' }), first);
  expect(daysBetween(first, months.at(-1) ?? '')).toBeLessThanOrEqual(longestSeriesDays);
  expect(months).toHaveLength(25);
});
