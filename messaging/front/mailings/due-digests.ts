import { addDays, type Day, minuteOfDay, toDay } from '../../../campaigns/tracker/clock.ts';

export type Digest =
  | { kind: 'weekly'; key: string; monday: Day }
  /** YYYY-MM */
  | { kind: 'monthly'; key: string; month: string }
  /** Each day; only who has something to be reminded of gets a letter. */
  | { kind: 'directions'; key: string; day: Day }
  | { kind: 'approvals'; key: string; day: Day };

/** Letters go out when offices open. */
const opensAt = 8 * 60;
const approvalsAt = 9 * 60;
/** Days of grace for a service that was down on the day; after them the figures belong to another week. */
const catchUpDays = { weekly: 2, monthly: 4 };
const dueDay = 5;

/** Digests that are due at a moment of the campaign's clock; each key goes out once, however often it is due. */
export function dueDigests(now: Date): Digest[] {
  const today = toDay(now);
  const minute = minuteOfDay(now);
  const due: Digest[] = [];
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  if (sinceMonday <= catchUpDays.weekly && (sinceMonday > 0 || minute >= opensAt)) {
    const monday = addDays(today, -sinceMonday);
    due.push({ kind: 'weekly', key: `weekly/${monday}`, monday });
  }
  const date = Number(today.slice(8));
  if (
    date <= dueDay + catchUpDays.monthly &&
    (date > dueDay || (date === dueDay && minute >= opensAt))
  ) {
    const month = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
    due.push({ kind: 'monthly', key: `monthly/${month}`, month });
  }
  if (minute >= opensAt) due.push({ kind: 'directions', key: `directions/${today}`, day: today });
  if (minute >= approvalsAt) {
    due.push({ kind: 'approvals', key: `approvals/${today}`, day: today });
  }
  return due;
}
