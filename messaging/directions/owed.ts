import { findObligation } from '../../campaigns/directions/directions.ts';
import { recentFrom } from '../../campaigns/directions/listing.ts';
import { officeKey } from '../../campaigns/directions/occurrence-key.ts';
import { askedUpTo, owedNow } from '../../campaigns/directions/owed-now.ts';
import { type OwingPlaces, owingOfficeName } from '../../campaigns/words/direction-words.ts';
import type { DirectionsFacts } from '../mail/letters/directions.ts';
import type { DirectionDesk, DirectionSources, KeptOccurrence } from './direction-desk.ts';

/** What an office is reminded of. */
export type OfficeOwes = Omit<DirectionsFacts, 'today' | 'consoleUrl'>;

/** What each office owes by a day, by the keys of the offices: the same occurrences that its list in the console begins with. */
export async function owedByOffice(
  desk: DirectionDesk,
  { campaign, districts }: Pick<DirectionSources, 'campaign' | 'districts'>,
): Promise<Map<string, OfficeOwes>> {
  const known = await desk.read();
  const { offices, register, today } = known;
  const places: OwingPlaces = { campaign, districts, branches: register.branches };
  const owed = owedNow(await desk.stated(known, { offices, from: recentFrom(today) }), today);
  const asked = ({ obligation, period, due, dueBy, lateDays, state }: KeptOccurrence) => {
    const title = findObligation(register, obligation)?.direction.title;
    if (title === undefined || due === null) return [];
    return [{ title, period, due, dueBy, lateDays, returned: state === 'returned' }];
  };
  return new Map(
    offices.flatMap((office) => {
      const own = owed.get(officeKey(office));
      if (own === undefined) return [];
      const owes: OfficeOwes = {
        office: owingOfficeName(office, places),
        until: askedUpTo(today),
        late: own.late.flatMap(asked),
        due: own.due.flatMap(asked),
      };
      return [[officeKey(office), owes] as const];
    }),
  );
}
