import { addDays, type Day, eachDay } from '../tracker/clock.ts';
import { monthsOfPeriod } from './periods.ts';
import type { Repeated } from './rhythm.ts';

type When = Pick<Repeated, 'period' | 'day' | 'month'>;

/** The last day of a fortnight that is not the month's. */
const firstHalf = 15;

/** Days of a rhythm after `since` and up to `until`. They are calendar days: a 5th stays the 5th on a Sunday. */
export function daysOfRhythm(when: When, since: Day, until: Day): Day[] {
  if (until <= since) return [];
  const { period } = when;
  const first = addDays(since, 1);
  if (period === 'day') return eachDay(first, until);
  if (period === 'week') return weekdays(when.day, first, until);
  const dates = period === 'fortnight' ? [firstHalf, 31] : [when.day];
  return monthsBetween(when, first, until)
    .flatMap((month) => dates.map((date) => dayInMonth(month, date)))
    .filter((day) => day > since && day <= until);
}

function weekdays(weekday: number, first: Day, until: Day): Day[] {
  // Sunday is 0 in JavaScript and 7 here.
  const ahead = (weekday - new Date(`${first}T00:00:00Z`).getUTCDay() + 7) % 7;
  const found: Day[] = [];
  for (let day = addDays(first, ahead); day <= until; day = addDays(day, 7)) found.push(day);
  return found;
}

/** YYYY-MM of each month that the rhythm comes in. */
function monthsBetween({ period, month }: When, first: Day, until: Day): string[] {
  const step = monthsOfPeriod[period] ?? 1;
  const from = countMonths(first);
  const to = countMonths(until);
  const found: string[] = [];
  for (let at = from; at <= to; at += 1) {
    if ((at - (month - 1)) % step !== 0) continue;
    found.push(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
  }
  return found;
}

const countMonths = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The date in a month (YYYY-MM), or its last day where it is shorter. */
function dayInMonth(month: string, date: number): Day {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const last = date <= 28 ? date : new Date(Date.UTC(year, number, 0)).getUTCDate();
  return `${month}-${String(Math.min(date, last)).padStart(2, '0')}`;
}
