import type { Day } from '../tracker/clock.ts';
import type { Stated } from './listing.ts';

/** What one office owes: what is late, the latest first, and what is due up to a day, the soonest first. */
export interface OwedNow<Own extends Stated = Stated> {
  late: Own[];
  due: Own[];
}

/** Reports of a month are due on this day of the next one (minutes, item 2 (B); letter). */
const reportDay = '05';

/** The day up to which a reminder of a day asks. */
export function askedUpTo(today: Day): Day {
  return `${today.slice(0, 7)}-${reportDay}`;
}

/** What offices owe, by their keys; an office that owes nothing with a day is not in it. */
export function owedNow<Own extends Stated>(
  stated: readonly Own[],
  today: Day,
): Map<string, OwedNow<Own>> {
  const until = askedUpTo(today);
  const asked = stated.flatMap((own) =>
    own.open && own.due !== null && own.due <= until ? [{ own, due: own.due }] : [],
  );
  const days = asked.toSorted((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1));
  return new Map(
    [...Map.groupBy(days, ({ own }) => own.office)].map(([office, all]) => [
      office,
      {
        late: all.filter(({ due }) => due < today).map(({ own }) => own),
        due: all.filter(({ due }) => due >= today).map(({ own }) => own),
      },
    ]),
  );
}
