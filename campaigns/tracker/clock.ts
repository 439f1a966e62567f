import { dayMs, hourMs, minuteMs } from '../durations.ts';

/** A calendar day in Asia/Kolkata, YYYY-MM-DD: days compare and sort as text. */
export type Day = string;

/** The zone in which everything is shown. */
export const timeZone = 'Asia/Kolkata';
/** It is UTC+05:30 all year, and was in every year that a campaign can name. */
const offset = '+05:30';
export const offsetMs = 5.5 * hourMs;

/** The day on which an instant falls in Asia/Kolkata. */
export function toDay(instant: Date): Day {
  return localText(instant).slice(0, 10);
}

/** The time of day of an instant in Asia/Kolkata, HH:MM. */
export function toTime(instant: Date): string {
  return localText(instant).slice(11, 16);
}

/** An instant as a browser's field for day and time takes it, in Asia/Kolkata: YYYY-MM-DDTHH:MM. */
export function fieldText(instant: Date): string {
  return localText(instant).slice(0, 16);
}

/** The instant of what was typed into such a field, whatever the browser's own zone. */
export function instantOfField(text: string): Date {
  return new Date(`${text}:00${offset}`);
}

/** Minutes that have passed in Asia/Kolkata since midnight. */
export function minuteOfDay(instant: Date): number {
  return Math.floor(((instant.getTime() + offsetMs) % dayMs) / minuteMs);
}

/** A day and a time (HH:MM or HH:MM:SS) of Asia/Kolkata as an ISO 8601 text with its zone. */
export function zonedText(day: Day, time = '00:00'): string {
  return `${day}T${time.length === 5 ? `${time}:00` : time}${offset}`;
}

/** The instant of a day and a time of Asia/Kolkata; an invalid date when the calendar has no such day or time. */
export function toInstant(day: Day, time?: string): Date {
  return new Date(zonedText(day, time));
}

function localText(instant: Date): string {
  return new Date(instant.getTime() + offsetMs).toISOString();
}

/** True for a day that the calendar has, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** The day `days` later, or earlier for a negative number. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Days from one to another: 0 for the same day, negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((midnight(to) - midnight(from)) / dayMs);
}

/** Parsed by hand: what reads thousands of days reads them often. */
function midnight(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

/** Every day from the first to the last, both included; none when the last comes first. */
export function eachDay(first: Day, last: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, n) =>
    addDays(first, n),
  );
}
