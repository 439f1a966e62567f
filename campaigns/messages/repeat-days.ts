import { addDays, type Day, daysBetween } from '../tracker/clock.ts';

/** When a blast comes again after its first day: by the calendar, on listed days, or as further texts some days later. */
export const rhythms = [
  'weekly',
  'monthly',
  'monthly-weekday',
  'monthly-last',
  'days',
  'texts',
] as const;
export type Rhythm = (typeof rhythms)[number];

/** Rounds of one series at most, the first among them. */
export const mostRounds = 60;
/** Longest series in days: what its approver knew becomes outdated. */
export const longestSeriesDays = 731;

/** Longest delay of a series' text after the first, in days. */
export const longestTextDays = 60;

export interface RepeatRule {
  rhythm: Rhythm;
  /** Rounds in all, the first among them; null where only the last day counts. */
  times: number | null;
  until: Day | null;
  /** Of the rhythm `days`. */
  days: readonly Day[];
  /** Of the rhythm `texts`: days after the first. */
  texts: readonly { afterDays: number }[];
}

/** Counts which of its weekday a day is in its month: 1 to 5. */
export function placeInMonth(day: Day): number {
  return Math.ceil(dateOf(day) / 7);
}

/** Whether a day is the last of its weekday in its month. */
export function isLastInMonth(day: Day): boolean {
  return addDays(day, 7).slice(0, 7) !== day.slice(0, 7);
}

/** 0 for Sunday. */
export function toWeekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/**
 * Days of all rounds, the first day the first of them. The rhythm follows from it: a first Tuesday comes again on first
 * Tuesdays. A month without a 31st, or without a fifth Tuesday, has its last day, its last Tuesday.
 */
export function listRoundDays(rule: RepeatRule, first: Day): Day[] {
  const times = Math.min(rule.times ?? mostRounds, mostRounds);
  const isWithin = (day: Day) => day > first && daysBetween(first, day) <= longestSeriesDays;
  if (rule.rhythm === 'days' || rule.rhythm === 'texts') {
    const days =
      rule.rhythm === 'days' ? rule.days : rule.texts.map((text) => addDays(first, text.afterDays));
    const later = [...new Set(days)].filter(isWithin);
    return [first, ...later.toSorted().slice(0, mostRounds - 1)];
  }
  if (rule.times === null && rule.until === null) return [first];
  const found = [first];
  for (let step = 1; found.length < times; step += 1) {
    const day = stepDay(rule.rhythm, first, step);
    if (!isWithin(day) || (rule.until !== null && day > rule.until)) break;
    found.push(day);
  }
  return found;
}

function stepDay(
  rhythm: 'weekly' | 'monthly' | 'monthly-weekday' | 'monthly-last',
  first: Day,
  step: number,
): Day {
  if (rhythm === 'weekly') return addDays(first, 7 * step);
  const [year = 0, month = 0] = first.split('-').map(Number);
  const at = year * 12 + month - 1 + step;
  const begin = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
  const end = addDays(monthAfter(begin), -1);
  if (rhythm === 'monthly') {
    return addDays(begin, Math.min(dateOf(first), dateOf(end)) - 1);
  }
  const weekday = toWeekday(first);
  const last = addDays(end, -((toWeekday(end) - weekday + 7) % 7));
  if (rhythm === 'monthly-last') return last;
  const nth = addDays(
    begin,
    ((weekday - toWeekday(begin) + 7) % 7) + 7 * (placeInMonth(first) - 1),
  );
  if (nth > last) return last;
  return nth;
}

const dateOf = (day: Day) => Number(day.slice(8, 10));
const monthAfter = (begin: Day) => `${addDays(begin, 31).slice(0, 7)}-01`;
