import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { addDays } from '../../tracker/clock.ts';
import type { PlannedPost } from './calendar.ts';

export type CalendarEvent = PlannedPost & {
  summary: string;
  /** Captions to be pasted. */
  description: string;
  /** The page with the pictures. */
  url: string;
  /** The pictures themselves. */
  attachments: readonly string[];
};

/**
 * The plan as a calendar of all-day events. No time zone is set: with one, ical-generator 11.1.2 writes DTSTAMP without
 * its Z, which RFC 5545 (3.8.7.2) asks for.
 * @param at `proposal`: nobody has approved it yet; `stamp`: day of the plan, so that the same plan gives the same file
 */
export function calendarIcs(
  events: readonly CalendarEvent[],
  at: {
    name: string;
    campaign: string;
    company: string;
    host: string;
    stamp: string;
    proposal: boolean;
  },
): string {
  const calendar = ical({
    name: at.name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: at.company, product: at.campaign, language: 'HI' },
  });
  for (const { key, date, summary, description, url, attachments } of events) {
    calendar.createEvent({
      id: `social-${key}@${at.host.toLowerCase()}`,
      start: new Date(`${date}T00:00:00Z`),
      end: new Date(`${addDays(date, 1)}T00:00:00Z`),
      allDay: true,
      stamp: new Date(`${at.stamp}T00:00:00Z`),
      summary,
      description,
      url,
      attachments: [...attachments],
      status: at.proposal ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
