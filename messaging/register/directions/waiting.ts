import { officeKey } from '../../../campaigns/directions/occurrence-key.ts';
import { findOffice } from '../../../campaigns/directions/rights.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { toInstant } from '../../../campaigns/tracker/clock.ts';
import type { Waiting } from '../../contract/waiting.ts';
import { type DirectionSources, readLive, searchOccurrences } from './live-register.ts';

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
