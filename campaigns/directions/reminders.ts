import { addDays, type Day, daysBetween, eachDay } from '../tracker/clock.ts';
import type { Stated } from './listing.ts';
import { isLate } from './occurrence-state.ts';

/** Days of the first reminder before the due day; others follow on the day, and weekly while late, in letters and calendars. */
export const remindedBefore = 7;
export const remindedEvery = 7;

/** One office's reminder of a day: late occurrences, the latest first, and those due within a week, the soonest first. */
export interface Reminder<Own extends Stated = Stated> {
  late: Own[];
  due: Own[];
  /** Something of it has its day of reminding; without one no letter is written. */
  isDue: boolean;
}

/** The day up to which a reminder looks ahead. */
export function remindedUpTo(today: Day): Day {
  return addDays(today, remindedBefore);
}

/**
 * Reminders by office key; an office that owes nothing with a due day is left out.
 * @param after the last day on which letters were written: due days since then are included, so that none is missed
 */
export function listReminders<Own extends Stated>(
  stated: readonly Own[],
  { today, after }: { today: Day; after: Day },
): Map<string, Reminder<Own>> {
  const until = remindedUpTo(today);
  const days = eachDay(addDays(after, 1), today);
  const pending = stated
    .flatMap((own) =>
      own.open && own.due !== null && own.due <= until ? [{ own, due: own.due }] : [],
    )
    .filter(({ own, due }) => isLate(own) || (due >= today && !own.before))
    .toSorted((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1));
  return new Map(
    [...Map.groupBy(pending, ({ own }) => own.office)].map(([office, all]) => [
      office,
      {
        late: all.map(({ own }) => own).filter(isLate),
        due: all.map(({ own }) => own).filter((own) => !isLate(own)),
        isDue: all.some(({ due }) => days.some((day) => isDayOfReminding(due, day))),
      },
    ]),
  );
}

function isDayOfReminding(due: Day, day: Day): boolean {
  const left = daysBetween(day, due);
  return left === remindedBefore || left === 0 || (left < 0 && -left % remindedEvery === 0);
}
