import { type Day, toDay, toInstant } from '../tracker/clock.ts';

/** The day `months` later; the last of the month where that is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const found = `${first.toISOString().slice(0, 8)}${String(Math.min(date, last)).padStart(2, '0')}`;
  return toDay(toInstant(found));
}
