import { type Directory, stationsOf } from '../../../campaigns/directory/station.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { can, type Place } from '../../../campaigns/offices/permission.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { auditedBy, type DoneBy, describeMaker } from '../../kit/held-acts.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { KeptEvent } from './directions-schemas.ts';
import { insertEvent, listEvents, lockEvents, setBase, updateWithdrawn } from './events-sql.ts';
import { type DirectionSources, readLive } from './live-register.ts';
import { isEventTouched } from './occurrences-sql.ts';

type NewEvent = Pick<KeptEvent, 'kind' | 'day' | 'district' | 'station' | 'remark'>;
/** With the officer by whose rights it is judged. */
export type EnteredEvent = NewEvent & { actor: Actor };

/** Events of the whole state, and of the districts that the officer may see. */
export async function listSeenEvents(
  { database, directory }: DirectionSources,
  actor: Actor,
): Promise<KeptEvent[]> {
  return (await listEvents(database.pool)).filter(({ district }) => {
    const place = findPlace(directory, district);
    return district === '' || (place !== undefined && can(actor, 'direction.read', place));
  });
}

/** Enters an event that starts a clock. */
export async function enterEvent(
  tx: Queryable,
  sources: DirectionSources,
  { actor, ...event }: EnteredEvent,
  by: DoneBy,
): Promise<void> {
  const { register, today } = await readLive(sources, tx);
  const kind = register.events.find(({ id }) => id === event.kind);
  const { district, station } = event;
  const isPlaced = (kind?.scope === 'district') === (district !== '');
  const isStation =
    station === '' || stationsOf(sources.directory, district).some(({ id }) => id === station);
  if (kind === undefined || !isPlaced || !isStation || event.day > today)
    throw new Refusal('wrong-input');
  if (!mayEnter(sources, actor, district)) throw new Refusal('not-allowed');
  await lockEvents(tx);
  if (await isKnown(tx, event, kind)) throw new Refusal('direction-event-known');
  const id = await insertEvent(tx, { ...event, by: by.madeBy });
  await writeAudit(tx, {
    ...auditedBy(by),
    action: 'direction.event',
    subject: `direction-event/${id}`,
    ...(district === '' ? {} : { district }),
    after: { ...event, ...describeMaker(by) },
  });
}

async function isKnown(tx: Queryable, event: NewEvent, { once }: { once: boolean }) {
  return (await listEvents(tx)).some(
    ({ kind, district, station, day }) =>
      kind === event.kind &&
      (once || (district === event.district && station === event.station && day === event.day)),
  );
}

/** An event is taken back while nothing follows from it. */
export async function withdrawEvent(
  tx: Queryable,
  sources: DirectionSources,
  { id, actor }: { id: number; actor: Actor },
  by: DoneBy,
): Promise<void> {
  const event = (await listEvents(tx)).find((each) => each.id === id);
  if (event === undefined) throw new Refusal('not-found');
  if (!mayEnter(sources, actor, event.district)) throw new Refusal('not-allowed');
  if (await isEventTouched(tx, id)) throw new Refusal('direction-event-used');
  await updateWithdrawn(tx, id);
  const { kind, day, district, station } = event;
  await writeAudit(tx, {
    ...auditedBy(by),
    action: 'direction.event-withdraw',
    subject: `direction-event/${id}`,
    ...(district === '' ? {} : { district }),
    before: { kind, day, district, station },
    after: describeMaker(by),
  });
}

/** Sets the day from which a paper's computed dates count; null for the paper's own. */
export async function changeBase(
  tx: Queryable,
  sources: DirectionSources,
  base: NewBase,
  by: DoneBy,
): Promise<void> {
  const { register, bases } = await readLive(sources, tx);
  const paper = register.papers.find(({ id }) => id === base.paper);
  if (paper === undefined) throw new Refusal('not-found');
  await setBase(tx, { ...base, by: by.madeBy });
  await writeAudit(tx, {
    ...auditedBy(by),
    action: 'direction.base',
    subject: `direction-paper/${base.paper}`,
    before: { day: bases[base.paper] ?? paper.day },
    after: { day: base.day ?? paper.day, reason: base.reason },
  });
}

/** Day from which the computed dates of a paper count; null for the paper's own. */
export interface NewBase {
  paper: string;
  day: Day | null;
  reason: string;
}

function findPlace({ districts }: Directory, district: string): Place | undefined {
  return district === '' ? 'state' : districts.find(({ id }) => id === district);
}

function mayEnter({ directory }: DirectionSources, actor: Actor, district: string): boolean {
  const place = findPlace(directory, district);
  return place !== undefined && can(actor, 'direction.event', place);
}
