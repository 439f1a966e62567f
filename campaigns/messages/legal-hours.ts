import type { MessageCategory } from './messages.ts';

/** Hours of a day in Asia/Kolkata; `toMinute` is exclusive. Minutes after midnight. */
export interface DayWindow {
  fromMinute: number;
  toMinute: number;
}

export const dayMinutes = 24 * 60;
const allDay: DayWindow = { fromMinute: 0, toMinute: dayMinutes };
/** TCCCPR 2018: promotional traffic from 10:00 to 21:00; outside an operator answers with DLT error 651. */
const promotionalDay: DayWindow = { fromMinute: 10 * 60, toMinute: 21 * 60 };
const restricted: ReadonlySet<MessageCategory> = new Set(['promotional', 'service-explicit']);

/** The hours that the rules leave to a category; no recorded call rings at night whatever its category. */
export function legalWindow(
  category: MessageCategory,
  channel: 'sms' | 'ivr' | 'whatsapp',
): DayWindow {
  return channel === 'ivr' || restricted.has(category) ? promotionalDay : allDay;
}

/** Our own rule for what the law lets go at any hour: nobody is woken, unless the approver gave a reason. */
const quietOutside: DayWindow = { fromMinute: 8 * 60, toMinute: 21 * 60 };

/** The parts of a blast that decide on its hours. */
interface Timed {
  category: MessageCategory;
  channel: 'sms' | 'ivr' | 'whatsapp';
  gateway: string;
  /** As its drafter wished them. */
  window: DayWindow | null;
  /** The approver's reason to send at night too; absent for none. */
  night?: string;
}

/** The hours in which a blast goes; null where none are left. Training wakes nobody. */
export function sendingHours({
  category,
  channel,
  gateway,
  window,
  night,
}: Timed): DayWindow | null {
  const wished = narrow(legalWindow(category, channel), window);
  const mayWake = night !== undefined || gateway === 'emulator';
  return mayWake || wished === null ? wished : narrow(quietOutside, wished);
}

/** Whether a blast wishes hours in which it wakes people, and so needs a reason of its approver for them. */
export function wishesNight(blast: Omit<Timed, 'night'>): boolean {
  const all = sendingHours({ ...blast, night: '' });
  const day = sendingHours(blast);
  return all !== null && (all.fromMinute !== day?.fromMinute || all.toMinute !== day.toMinute);
}

/** Whether messages of the category come unasked: promotional hours and the do-not-disturb list bind them. */
export function unasked(category: MessageCategory): boolean {
  return restricted.has(category);
}

/** Minutes after midnight as HH:MM; the end of the day is 24:00. */
export function clockTime(minute: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

/** Hours that lie in both; null when none do. */
export function narrow(legal: DayWindow, wished: DayWindow | null): DayWindow | null {
  if (wished === null) return legal;
  const fromMinute = Math.max(legal.fromMinute, wished.fromMinute);
  const toMinute = Math.min(legal.toMinute, wished.toMinute);
  return fromMinute < toMinute ? { fromMinute, toMinute } : null;
}
