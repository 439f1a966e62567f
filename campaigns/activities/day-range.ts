import { type Day, eachDay, isDay } from '../tracker/clock.ts';

/** A first and a last day, both included. */
export interface DayRange {
  from: Day;
  to: Day;
}

/** As an interval of ISO 8601: 2019-04-05/2019-04-11. */
export function dayRangeText({ from, to }: DayRange): string {
  return `${from}/${to}`;
}

/** Undefined for anything that is no interval of two days, the first not after the last. */
export function readDayRange(text: unknown): DayRange | undefined {
  if (typeof text !== 'string') return undefined;
  const [from = '', to = '', ...more] = text.split('/');
  return more.length === 0 && isDay(from) && isDay(to) && from <= to ? { from, to } : undefined;
}

export function daysIn({ from, to }: DayRange): number {
  return eachDay(from, to).length;
}
