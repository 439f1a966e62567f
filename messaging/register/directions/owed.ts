import { findObligation } from '../../../campaigns/directions/directions.ts';
import { officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import { listReminders, remindedUpTo } from '../../../campaigns/directions/reminders.ts';
import { findOffice } from '../../../campaigns/directions/rights.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { type Day, toInstant } from '../../../campaigns/tracker/clock.ts';
import { type OwingPlaces, owingOfficeName } from '../../../campaigns/words/direction-words.ts';
import type { Waiting } from '../../contract/waiting.ts';
import type { DirectionsFacts } from '../../mail/delivery/letters/directions.ts';
import { type DirectionSources, listStated, readLive, searchOccurrences } from './live-register.ts';
import type { KeptOccurrence } from './register-now.ts';

/** A reminder to one office. */
export type OfficeOwes = Omit<DirectionsFacts, 'today' | 'consoleUrl'>;

/**
 * Reminders of today by the keys of the offices; an office without a day of reminding is not in it.
 * @param after the last day on which letters were written
 */
export async function owedByOffice(
  sources: DirectionSources,
  after: Day,
): Promise<Map<string, OfficeOwes>> {
  const known = await readLive(sources);
  const { offices, register, today } = known;
  const { campaign, directory } = sources;
  const { districts } = directory;
  const places: OwingPlaces = { campaign, districts, branches: register.branches };
  const until = remindedUpTo(today);
  const owed = await listStated(sources, known, { offices, until });
  const reminders = listReminders(owed, { today, after });
  const toLine = ({ obligation, period, due, dueBy, lateDays, state }: KeptOccurrence) => {
    const title = findObligation(register, obligation)?.direction.title;
    if (title === undefined || due === null) return [];
    return [{ title, period, due, dueBy, lateDays, returned: state === 'returned' }];
  };
  return new Map(
    offices.flatMap((office) => {
      const reminder = reminders.get(officeKey(office));
      if (reminder === undefined || !reminder.isDue) return [];
      const owes: OfficeOwes = {
        office: owingOfficeName(office, places),
        late: reminder.late.flatMap(toLine),
        due: reminder.due.flatMap(toLine),
      };
      return [[officeKey(office), owes] as const];
    }),
  );
}

/** Counts what the officer's office is late with, and what was handed in and waits for the officer's decision. */
export async function waitingDirections(
  sources: DirectionSources,
  actor: Actor,
): Promise<{ owed: Waiting; review: Waiting }> {
  const known = await readLive(sources);
  const home = findOffice(actor);
  const key = home === null ? '' : officeKey(home);
  const owed = await searchOccurrences(sources, known, {
    actor,
    filter: { state: 'late' },
    only: (office) => officeKey(office) === key,
  });
  const sent = await searchOccurrences(sources, known, {
    actor,
    filter: { state: 'submitted' },
    only: (office) => officeKey(office) !== key,
  });
  // What the zone has forwarded waits for headquarters, and for the zone no longer.
  const waits = sent.entries.filter(({ forwarded }) => actor.role === 'hq' || !forwarded);
  return {
    owed: countDays(owed.entries.map(({ due }) => due)),
    review: countDays(waits.map(({ submittedOn }) => submittedOn)),
  };
}

function countDays(days: readonly (string | null)[]): Waiting {
  const [first] = days.filter((day) => day !== null).toSorted();
  return { count: days.length, since: first === undefined ? null : toInstant(first) };
}
