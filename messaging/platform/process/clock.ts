import { dayMs, hourMs } from '../../../campaigns/durations.ts';
import {
  addDays,
  type Day,
  daysBetween,
  toDay,
  toInstant,
} from '../../../campaigns/tracker/clock.ts';

/** The service's clock: tests and replayed campaigns set it. */
export interface Clock {
  now(): Date;
  today(): Day;
}

/**
 * The real clock, or one that shows the real time of the set day, so that April 2019 can be replayed. The day is asked for
 * each time, as tests move it.
 */
export function createClock(readSetDay: () => Day | undefined = () => undefined): Clock {
  const now = (): Date => {
    const real = new Date();
    const setDay = readSetDay();
    if (setDay === undefined) return real;
    return new Date(real.getTime() + daysBetween(toDay(real), setDay) * dayMs);
  };
  let day = { halfHour: Number.NaN, name: '' };
  return {
    now,
    today() {
      // Asked for with every scan; a day begins at a half hour in UTC.
      const instant = now();
      const halfHour = Math.floor(instant.getTime() / (hourMs / 2));
      if (halfHour !== day.halfHour) day = { halfHour, name: toDay(instant) };
      return day.name;
    },
  };
}

/** Milliseconds until the clock's next day begins in Asia/Kolkata. */
export function untilTomorrowMs(clock: Clock): number {
  return toInstant(addDays(clock.today(), 1)).getTime() - clock.now().getTime();
}
