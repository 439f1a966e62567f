import type { MessageCategory } from '../../campaigns/messages/messages.ts';
import { dayOf, instantOf } from '../../campaigns/tracker/clock.ts';
import type { MessageChannel } from '../contract/values.ts';

/** Hours of a day in Asia/Kolkata; `to` is exclusive. Minutes after midnight. */
export interface DayWindow {
  fromMinute: number;
  toMinute: number;
}

export type WindowState = { open: true; closesAt: Date | null } | { open: false; opensAt: Date };

const dayMinutes = 24 * 60;
const minuteMs = 60_000;
const allDay: DayWindow = { fromMinute: 0, toMinute: dayMinutes };
/** TCCCPR: promotional traffic from 10:00 to 21:00; outside an operator answers with DLT error 651. */
const promotionalDay: DayWindow = { fromMinute: 10 * 60, toMinute: 21 * 60 };
const restricted: ReadonlySet<MessageCategory> = new Set(['promotional', 'service-explicit']);

/** The hours that the rules leave to a category; no recorded call rings at night whatever its category. */
export function legalWindow(category: MessageCategory, channel: MessageChannel): DayWindow {
  return channel === 'ivr' || restricted.has(category) ? promotionalDay : allDay;
}

/** Whether messages of the category come unasked: promotional hours and the do-not-disturb list bind them. */
export function unasked(category: MessageCategory): boolean {
  return restricted.has(category);
}

/** Whether the rules let a message or a call of the category leave at a moment. */
export function legalHours(
  { category, channel }: { category: MessageCategory; channel: MessageChannel },
  now: Date,
): WindowState {
  return windowAt(legalWindow(category, channel), now);
}

/** Hours that lie in both; null when none do. */
export function narrow(legal: DayWindow, wished: DayWindow | null): DayWindow | null {
  if (wished === null) return legal;
  const fromMinute = Math.max(legal.fromMinute, wished.fromMinute);
  const toMinute = Math.min(legal.toMinute, wished.toMinute);
  return fromMinute < toMinute ? { fromMinute, toMinute } : null;
}

/** Whether sending is allowed at a moment, and until or from when. */
export function windowAt(window: DayWindow, now: Date): WindowState {
  if (window.fromMinute === 0 && window.toMinute === dayMinutes)
    return { open: true, closesAt: null };
  const midnight = instantOf(dayOf(now)).getTime();
  const opens = midnight + window.fromMinute * minuteMs;
  const closes = midnight + window.toMinute * minuteMs;
  const at = now.getTime();
  if (at < opens) return { open: false, opensAt: new Date(opens) };
  if (at < closes) return { open: true, closesAt: new Date(closes) };
  return { open: false, opensAt: new Date(opens + dayMinutes * minuteMs) };
}

/** Seconds that a provider may try: to the end of the window, at most `longestSeconds`; 0 when it is shut. */
export function validitySeconds(state: WindowState, now: Date, longestSeconds = 36_000): number {
  if (!state.open) return 0;
  if (state.closesAt === null) return longestSeconds;
  const left = Math.floor((state.closesAt.getTime() - now.getTime()) / 1000);
  return Math.min(longestSeconds, Math.max(0, left));
}
