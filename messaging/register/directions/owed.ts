import { findObligation } from '../../../campaigns/directions/directions.ts';
import { officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import { listReminders, remindedUpTo } from '../../../campaigns/directions/reminders.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { type OwingPlaces, owingOfficeName } from '../../../campaigns/words/direction-words.ts';
import type { DirectionsFacts } from '../../mail/delivery/letters/directions.ts';
import { type DirectionSources, listStated, readLive } from './live-register.ts';
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
