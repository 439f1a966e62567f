import { officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import { findOffice } from '../../../campaigns/directions/rights.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { toInstant } from '../../../campaigns/tracker/clock.ts';
import type { Waiting } from '../../contract/waiting.ts';
import type { DirectionDesk } from './direction-desk.ts';

/** What an officer's own office is late with, and what was handed in and waits for the officer's decision. */
export async function waitingDirections(
  desk: DirectionDesk,
  actor: Actor,
): Promise<{ owed: Waiting; review: Waiting }> {
  const known = await desk.read();
  const own = findOffice(actor);
  const key = own === null ? '' : officeKey(own);
  const owed = await desk.list(known, actor, {
    filter: { state: 'late' },
    only: (office) => officeKey(office) === key,
  });
  const sent = await desk.list(known, actor, {
    filter: { state: 'submitted' },
    only: (office) => officeKey(office) !== key,
  });
  // What the zone has forwarded waits for headquarters, and for the zone no longer.
  const waits = sent.entries.filter(({ forwarded }) => actor.role === 'hq' || !forwarded);
  return {
    owed: waitingOf(owed.entries.map(({ due }) => due)),
    review: waitingOf(waits.map(({ submittedOn }) => submittedOn)),
  };
}

function waitingOf(days: readonly (string | null)[]): Waiting {
  const [first] = days.filter((day) => day !== null).toSorted();
  return { count: days.length, since: first === undefined ? null : toInstant(first) };
}
