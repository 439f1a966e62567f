import { findObligation } from '../../../campaigns/directions/directions.ts';
import { officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import { listReminders, remindedUpTo } from '../../../campaigns/directions/reminders.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { type OwingPlaces, owingOfficeName } from '../../../campaigns/words/direction-words.ts';
import type { DirectionsFacts } from '../../mail/delivery/letters/directions.ts';
import type { DirectionDesk, DirectionSources, KeptOccurrence } from './direction-desk.ts';

/** What an office is reminded of. */
export type OfficeOwes = Omit<DirectionsFacts, 'today' | 'consoleUrl'>;

/**
 * What each office is reminded of today, by the keys of the offices; an office without a day of reminding is not in it.
 * @param after the last day on which letters were written
 */
export async function owedByOffice(
  desk: DirectionDesk,
  { campaign, districts }: Pick<DirectionSources, 'campaign' | 'districts'>,
  after: Day,
): Promise<Map<string, OfficeOwes>> {
  const known = await desk.read();
  const { offices, register, today } = known;
  const places: OwingPlaces = { campaign, districts, branches: register.branches };
  const until = remindedUpTo(today);
  const reminders = listReminders(await desk.stated(known, { offices, until }), { today, after });
  const asked = ({ obligation, period, due, dueBy, lateDays, state }: KeptOccurrence) => {
    const title = findObligation(register, obligation)?.direction.title;
    if (title === undefined || due === null) return [];
    return [{ title, period, due, dueBy, lateDays, returned: state === 'returned' }];
  };
  return new Map(
    offices.flatMap((office) => {
      const own = reminders.get(officeKey(office));
      if (own === undefined || !own.isDue) return [];
      const owes: OfficeOwes = {
        office: owingOfficeName(office, places),
        late: own.late.flatMap(asked),
        due: own.due.flatMap(asked),
      };
      return [[officeKey(office), owes] as const];
    }),
  );
}
