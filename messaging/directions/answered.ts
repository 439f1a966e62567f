import type { Campaign } from '../../campaigns/campaign.ts';
import { registerOf } from '../../campaigns/directions/directions.ts';
import { addedToRegister } from '../../campaigns/directions/meeting-points.ts';
import { occurrences } from '../../campaigns/directions/occurrences.ts';
import { owingOffices } from '../../campaigns/directions/owing-offices.ts';
import type { District } from '../../campaigns/directory/station.ts';
import type { Day } from '../../campaigns/tracker/clock.ts';
import type { AnsweredDirections } from '../../campaigns/tracker/district-scores.ts';
import type { Queryable } from '../database/transaction.ts';
import { listBases, listEvents } from './events-sql.ts';
import { listCheckedPoints } from './meetings-sql.ts';
import { listSubmissionDays } from './occurrences-sql.ts';

/**
 * Directions that were due by a day, and those of them that each district had answered by then: only those for which a paper
 * states a day or a span, since nobody is late with another one.
 */
export function answeredDirections({
  pool,
  campaign,
  districts,
}: {
  pool: Queryable;
  campaign: Campaign;
  districts: readonly District[];
}): (day: Day) => Promise<AnsweredDirections> {
  return async (day) => {
    const points = await listCheckedPoints(pool);
    const register = registerOf(campaign, addedToRegister(points));
    if (register === undefined) return new Map();
    const offices = owingOffices(register, districts).filter(({ role }) => role === 'district');
    const bases = Object.fromEntries(
      (await listBases(pool)).map(({ paper, day: base }) => [paper, base]),
    );
    const events = await listEvents(pool);
    const submitted = await listSubmissionDays(pool);
    const tracked = new Set(
      register.directions.flatMap(({ obligations }) =>
        obligations.flatMap(({ id, tracker }) => (tracker === undefined ? [] : [id])),
      ),
    );
    const counts = new Map(offices.map(({ area }) => [area ?? '', { due: 0, answered: 0 }]));
    for (const own of occurrences(register, { offices, until: day, events, bases })) {
      const count = counts.get(own.office.slice('district:'.length));
      if (count === undefined || own.due === null || own.due > day || tracked.has(own.obligation))
        continue;
      const on = submitted.get(own.key);
      if (on === 'not-applicable') continue;
      count.due += 1;
      if (on !== undefined && on <= day) count.answered += 1;
    }
    return counts;
  };
}
