import type { DayWindow } from '../../../../../campaigns/messages/legal-hours.ts';
import { minuteOfDay } from '../../../../../campaigns/tracker/clock.ts';

/** Nothing is sent at this hour. */
export function isOutside(hours: DayWindow, now: Date): boolean {
  const minute = minuteOfDay(now);
  return minute < hours.fromMinute || minute >= hours.toMinute;
}

/** 10:00; the end of the day is 24:00. */
export function formatHour(minute: number): string {
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${digits(Math.floor(minute / 60))}:${digits(minute % 60)}`;
}
