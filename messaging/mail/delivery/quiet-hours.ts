import { minuteOfDay } from '../../../campaigns/tracker/clock.ts';

const beginsAt = 22 * 60;
const endsAt = 7 * 60;

/** Whether nobody is written to now: from 22:00 to 07:00 in Asia/Kolkata. */
export function isQuiet(now: Date): boolean {
  const minute = minuteOfDay(now);
  return minute >= beginsAt || minute < endsAt;
}
