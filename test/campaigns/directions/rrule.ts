import type { Repeated } from '../../../campaigns/directions/rhythm.ts';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A rhythm as an RRULE of RFC 5545, for a library to expand. */
export function toRule({ period, day, month }: Pick<Repeated, 'period' | 'day' | 'month'>): string {
  // The day, or the last of a shorter month: of the days up to it the last that the month has.
  const days = Array.from({ length: day - 27 }, (_, at) => 28 + at).join(',');
  const ofMonth = day <= 28 ? `BYMONTHDAY=${day}` : `BYMONTHDAY=${days};BYSETPOS=-1`;
  const months = (step: number) =>
    Array.from({ length: 12 / step }, (_, at) => ((month - 1 + at * step) % 12) + 1).join(',');
  switch (period) {
    case 'day':
      return 'FREQ=DAILY';
    case 'week':
      return `FREQ=WEEKLY;BYDAY=${weekdays[day - 1]}`;
    case 'fortnight':
      return 'FREQ=MONTHLY;BYMONTHDAY=15,-1';
    case 'month':
      return `FREQ=MONTHLY;${ofMonth}`;
    case 'quarter':
      return `FREQ=MONTHLY;BYMONTH=${months(3)};${ofMonth}`;
    case 'half-year':
      return `FREQ=MONTHLY;BYMONTH=${months(6)};${ofMonth}`;
    case 'year':
      return `FREQ=MONTHLY;BYMONTH=${month};${ofMonth}`;
  }
}
