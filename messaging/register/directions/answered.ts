import type { Campaign } from '../../../campaigns/campaign.ts';
import { isLate } from '../../../campaigns/directions/occurrence-state.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { AnsweredDirections } from '../../../campaigns/tracker/district-scores.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { readOwed, readRegister } from './register-now.ts';

/**
 * Directions of each district that it had answered by a day, and with them those that it was late with: only those for which
 * a paper states a day or a span, since nobody is late with another one. Only what was accepted is answered; what waits for a
 * decision counts neither way.
 */
export function answeredDirections({
  pool,
  campaign,
  districts,
}: {
  pool: Queryable;
  campaign: Campaign;
  districts: readonly District[];
}): (day: Day, today: Day) => Promise<AnsweredDirections> {
  return async (day, today) => {
    const { register: data } = campaign;
    if (data === undefined) return new Map();
    const now = await readRegister(pool, { campaign, districts }, data, today);
    const offices = now.offices.filter(({ role }) => role === 'district');
    const tracked = new Set(
      now.register.directions.flatMap(({ obligations }) =>
        obligations.flatMap(({ id, tracker }) => (tracker === undefined ? [] : [id])),
      ),
    );
    const counts = new Map(offices.map(({ area }) => [area ?? '', { due: 0, answered: 0 }]));
    for (const occurrence of await readOwed(pool, now, { offices, on: day })) {
      const count = counts.get(occurrence.office.slice('district:'.length));
      if (count === undefined || occurrence.due === null || tracked.has(occurrence.obligation))
        continue;
      const isAnswered = occurrence.state === 'accepted';
      if (!isLate(occurrence) && !(isAnswered && occurrence.due <= day)) continue;
      count.due += 1;
      if (isAnswered) count.answered += 1;
    }
    return counts;
  };
}
