import type { MessageCategory } from '../../../../campaigns/messages/messages.ts';
import { minuteOfDay } from '../../../../campaigns/tracker/clock.ts';
import type { MessageChannel } from '../../../../messaging/contract/values.ts';

/** Minutes after midnight in Asia/Kolkata; `toMinute` is exclusive. */
export type Hours = { fromMinute: number; toMinute: number };

const dayMinutes = 24 * 60;
const daylight: Hours = { fromMinute: 10 * 60, toMinute: 21 * 60 };
const restricted: readonly MessageCategory[] = ['promotional', 'service-explicit'];

/** The hours that TCCCPR 2018 leaves to a category; a recorded call rings by day only. The service keeps to the same. */
export function legalHours(category: MessageCategory, channel: MessageChannel): Hours {
  return channel === 'ivr' || restricted.includes(category)
    ? daylight
    : { fromMinute: 0, toMinute: dayMinutes };
}

/** The hours that lie in both; null when none do. */
export function commonHours(legal: Hours, wished: Hours): Hours | null {
  const fromMinute = Math.max(legal.fromMinute, wished.fromMinute);
  const toMinute = Math.min(legal.toMinute, wished.toMinute);
  return fromMinute < toMinute ? { fromMinute, toMinute } : null;
}

/** Whether nothing is sent at this moment because of the hour. */
export function isOutside(hours: Hours, now: Date): boolean {
  const minute = minuteOfDay(now);
  return minute < hours.fromMinute || minute >= hours.toMinute;
}

/** 10:00; the end of the day is 24:00. */
export function formatHour(minute: number): string {
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${digits(Math.floor(minute / 60))}:${digits(minute % 60)}`;
}
