import ical, {
  type ICalAlarmData,
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalEventTransparency,
} from 'ical-generator';
import { daySeconds, hourSeconds } from '../durations.ts';
import { addDays, type Day } from '../tracker/clock.ts';
import type { CalendarEntry } from './calendar-entries.ts';
import { remindedBefore, remindedEvery } from './reminders.ts';

/** How often an entry was changed since it is in the calendar, and when last. */
export interface EntryRevision {
  sequence: number;
  changedAt: Date;
}

export interface CalendarFileOptions {
  name: string;
  language: 'hi' | 'en';
  /** Key of the office: `district:agra`. */
  office: string;
  campaign: string;
  revisionOf(entry: CalendarEntry): EntryRevision;
  pageOf(entry: CalendarEntry): string;
}

/** Alarms ring when offices are open: the day ends at midnight. */
const fromNineS = 15 * hourSeconds;
/** Weekly alarms of what is late go on for a year; what is handed in leaves the calendar with them. */
const weeksLate = 52;
/** Refresh interval, for programs that respect it. */
const refreshS = daySeconds / 2;

/** The id of an entry for every program that reads it: of the obligation and the office. */
export function entryUid(
  { id }: CalendarEntry,
  { office, campaign }: Pick<CalendarFileOptions, 'office' | 'campaign'>,
): string {
  return `${id}.${office}`.replaceAll(/[^\w.-]/g, '-').concat(`@${campaign}.directions`);
}

/**
 * A calendar by RFC 5545. Its entries are whole days, which belong to no zone; `timezone` stays unset, for with it
 * ical-generator writes DTSTAMP without the Z that the RFC demands.
 */
export function calendarFile(
  entries: readonly CalendarEntry[],
  options: CalendarFileOptions,
): string {
  const { name, language, campaign, revisionOf, pageOf } = options;
  const calendar = ical({
    name,
    prodId: { company: campaign, product: 'directions', language: language.toUpperCase() },
    ttl: refreshS,
  });
  for (const entry of entries) {
    const { sequence, changedAt } = revisionOf(entry);
    const summary = entry.summary[language];
    const event = calendar.createEvent({
      id: entryUid(entry, options),
      sequence,
      stamp: changedAt,
      lastModified: changedAt,
      start: utc(entry.first),
      // By the RFC the day after the last.
      end: utc(addDays(entry.last, 1)),
      allDay: true,
      summary,
      description: entry.description[language],
      url: pageOf(entry),
      // Nobody is busy for it.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    // ical-generator takes `relatesTo` by its setter only.
    for (const alarm of entry.isDue ? makeAlarms(summary) : [])
      event.createAlarm(alarm).relatesTo(ICalAlarmRelatesTo.end);
  }
  return calendar.toString();
}

/** Counted from the end of the day that is due, which is the entry's last one. */
function makeAlarms(description: string): ICalAlarmData[] {
  const alarm = { type: ICalAlarmType.display, description };
  return [
    { ...alarm, trigger: remindedBefore * daySeconds + fromNineS },
    { ...alarm, trigger: fromNineS },
    {
      ...alarm,
      triggerAfter: remindedEvery * daySeconds - fromNineS,
      repeat: { times: weeksLate - 1, interval: remindedEvery * daySeconds },
    },
  ];
}

const utc = (day: Day) => new Date(`${day}T00:00:00Z`);
