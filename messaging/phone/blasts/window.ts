import { minuteMs } from '../../../campaigns/durations.ts';
import {
  type DayWindow,
  dayMinutes,
  legalWindow,
} from '../../../campaigns/messages/legal-hours.ts';
import type { MessageCategory } from '../../../campaigns/messages/messages.ts';
import { toDay, toInstant } from '../../../campaigns/tracker/clock.ts';
import type { MessageChannel } from '../../contract/values.ts';

export type WindowState = { open: true; closesAt: Date | null } | { open: false; opensAt: Date };

/** Whether the rules let a message or a call of the category leave at a moment. */
export function legalHours(
  { category, channel }: { category: MessageCategory; channel: MessageChannel },
  now: Date,
): WindowState {
  return windowAt(legalWindow(category, channel), now);
}

/** Whether sending is allowed at a moment, and until or from when. */
export function windowAt(window: DayWindow, now: Date): WindowState {
  if (window.fromMinute === 0 && window.toMinute === dayMinutes)
    return { open: true, closesAt: null };
  const midnight = toInstant(toDay(now)).getTime();
  const opens = midnight + window.fromMinute * minuteMs;
  const closes = midnight + window.toMinute * minuteMs;
  const at = now.getTime();
  if (at < opens) return { open: false, opensAt: new Date(opens) };
  if (at < closes) return { open: true, closesAt: new Date(closes) };
  return { open: false, opensAt: new Date(opens + dayMinutes * minuteMs) };
}

/** When the first message leaves: not before it may begin, and inside the hours. */
export function firstMoment(window: DayWindow, startsAt: Date | null, now: Date): Date {
  const from = startsAt !== null && startsAt > now ? startsAt : now;
  const state = windowAt(window, from);
  return state.open ? from : state.opensAt;
}

/**
 * When the last message leaves, if the first does at a moment inside the hours.
 * @param sendingMs how long all of them take without a night between
 */
export function lastMoment(window: DayWindow, first: Date, sendingMs: number): Date {
  const state = windowAt(window, first);
  const todayMs =
    state.open && state.closesAt !== null ? state.closesAt.getTime() - first.getTime() : Infinity;
  if (sendingMs <= todayMs) return new Date(first.getTime() + sendingMs);
  const dayMs = (window.toMinute - window.fromMinute) * minuteMs;
  const restMs = sendingMs - todayMs;
  const wholeDays = Math.ceil(restMs / dayMs) - 1;
  const midnight = toInstant(toDay(first)).getTime() + (1 + wholeDays) * dayMinutes * minuteMs;
  return new Date(midnight + window.fromMinute * minuteMs + restMs - wholeDays * dayMs);
}

/**
 * When a blast would end at its gateway's rate, as far as both are known.
 * @param waitMs for the receipts of its canary, before the rest goes
 */
export function findEnd(
  hours: DayWindow | null,
  first: Date | null,
  {
    recipients,
    perSecond,
    waitMs,
  }: { recipients: number | null; perSecond: number | null; waitMs: number },
): Date | null {
  if (hours === null || first === null || recipients === null || perSecond === null) return null;
  // The clock goes on while the rest waits, also at night.
  const from = firstMoment(hours, null, new Date(first.getTime() + waitMs));
  return lastMoment(hours, from, (recipients / perSecond) * 1000);
}
