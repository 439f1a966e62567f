import { describe, expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  eachDay,
  fieldText,
  instantOfField,
  isDay,
  minuteOfDay,
  toDay,
  toInstant,
  toTime,
  zonedText,
} from '../../../campaigns/tracker/clock.ts';

describe('the day in Asia/Kolkata', () => {
  test.each([
    ['2019-04-12T18:29:59.999Z', '2019-04-12'],
    ['2019-04-12T18:30:00.000Z', '2019-04-13'],
    ['2019-12-31T18:30:00.000Z', '2020-01-01'],
    ['2019-04-12T00:00:00.000Z', '2019-04-12'],
  ])('%s falls on %s', (instant, day) => {
    expect(toDay(new Date(instant))).toBe(day);
    const intl = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' });
    expect(intl.format(new Date(instant))).toBe(day);
  });

  test.each([
    ['2019-04-13', '00:15', '2019-04-12T18:45:00.000Z', 15],
    ['2019-04-13', '23:59', '2019-04-13T18:29:00.000Z', 1439],
    ['2019-04-13', '05:30', '2019-04-13T00:00:00.000Z', 330],
  ])('%s %s is %s', (day, time, instant, minute) => {
    expect(toInstant(day, time).toISOString()).toBe(instant);
    expect(toDay(new Date(instant))).toBe(day);
    expect(toTime(new Date(instant))).toBe(time);
    expect(minuteOfDay(new Date(instant))).toBe(minute);
    expect(fieldText(new Date(instant))).toBe(`${day}T${time}`);
    expect(instantOfField(`${day}T${time}`).toISOString()).toBe(instant);
  });

  test('is written with its zone', () => {
    expect(zonedText('2019-04-13')).toBe('2019-04-13T00:00:00+05:30');
    expect(zonedText('2019-04-13', '10:20:30')).toBe('2019-04-13T10:20:30+05:30');
    expect(toInstant('2019-04-13', '').getTime()).toBeNaN();
  });
});

describe('day arithmetic', () => {
  test.each([
    ['2019-04-12', '2019-04-30', 18],
    ['2019-04-30', '2019-04-30', 0],
    ['2019-05-01', '2019-04-30', -1],
    ['2019-12-31', '2020-03-01', 61],
  ])('from %s to %s is %d', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });

  test('every day of a span, both ends included', () => {
    expect(eachDay('2019-02-27', '2019-03-02')).toEqual([
      '2019-02-27',
      '2019-02-28',
      '2019-03-01',
      '2019-03-02',
    ]);
    expect(eachDay('2019-03-02', '2019-03-01')).toEqual([]);
  });

  test.each(['2019-02-29', '2019-4-1', '12.04.2019', '2019-04-31', '', '2019-00-10'])(
    '%o is no day',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );
});
