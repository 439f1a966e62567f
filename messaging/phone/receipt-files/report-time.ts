import { dayMs, daySeconds, minuteMs } from '../../../campaigns/durations.ts';
import { offsetMs } from '../../../campaigns/tracker/clock.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const zero = '०'.charCodeAt(0);

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;
const named = /^(\d{1,2})[-/. ]([a-z]{3})[a-z]*[-/., ]+(\d{4}|\d{2})(?!\d)/i;
const clock =
  /^[T, ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:\s*(am|pm))?(?:\s*(z|ist|[+-]\d{2}:?\d{2}))?$/i;
/** Excel's days since 1899-12-30, for the years from 2009 to 2064. */
const serial = /^[45]\d{4}(?:\.\d+)?$/;
const serialOfEpoch = 25_569;

/**
 * The moment in a cell of a report, in ms since 1970; null if it is not one. Without a zone it is Indian time, the day
 * is before the month as in India, and a day without a time is its last second.
 */
export function readReportTime(cell: string): number | null {
  const text = cell.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - zero)).trim();
  if (serial.test(text)) {
    return Math.round((Number(text) - serialOfEpoch) * daySeconds) * 1000 - offsetMs;
  }
  const found = readDay(text);
  if (found === null) return null;
  if (found.rest === '') return found.ms + dayMs - 1000 - offsetMs;
  const time = clock.exec(found.rest);
  if (time === null) return null;
  const [, hours = '', minutes = '', seconds = '0', half = '', zone = ''] = time;
  const hour = toHour(Number(hours), half.toLowerCase());
  if (hour === null || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return (
    found.ms + (hour * 60 + Number(minutes)) * minuteMs + Number(seconds) * 1000 - readZoneMs(zone)
  );
}

function readDay(text: string): { ms: number; rest: string } | null {
  const iso = yearFirst.exec(text);
  if (iso !== null) return toDay(text, iso, [iso[1], iso[2], iso[3]]);
  const indian = dayFirst.exec(text);
  if (indian !== null) return toDay(text, indian, [indian[3], indian[2], indian[1]]);
  const spoken = named.exec(text);
  if (spoken === null) return null;
  const month = months.indexOf((spoken[2] ?? '').toLowerCase()) + 1;
  return toDay(text, spoken, [spoken[3], String(month), spoken[1]]);
}

function toDay(
  text: string,
  [whole]: RegExpExecArray,
  parts: readonly (string | undefined)[],
): { ms: number; rest: string } | null {
  const [written = 0, month = 0, day = 0] = parts.map(Number);
  const year = written < 100 ? 2000 + written : written;
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  // 31.02. would become a day of March.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return { ms, rest: text.slice(whole.length).trimEnd() };
}

function toHour(hour: number, half: string): number | null {
  if (half === '') return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

function readZoneMs(zone: string): number {
  if (zone === '' || zone.toLowerCase() === 'ist') return offsetMs;
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (offset === null) return 0;
  const [, sign, hours, minutes] = offset;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minuteMs;
}
