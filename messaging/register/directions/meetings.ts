import { findObligation, type Register } from '../../../campaigns/directions/directions.ts';
import {
  type PointTerms,
  pointDirectionId,
  splitMinutes,
} from '../../../campaigns/directions/meeting-points.ts';
import type { OwingOffice } from '../../../campaigns/directions/occurrence-key.ts';
import { isOwner } from '../../../campaigns/directions/owing-offices.ts';
import { auditedBy, type DoneBy } from '../../kit/held-acts.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { ShownPoint, WholeMeeting } from './directions-schemas.ts';
import { type DirectionSources, readLive } from './live-register.ts';
import { findMeeting, insertMeeting, lockPoint, updatePoint } from './meetings-sql.ts';
import { isObligationTouched } from './occurrences-sql.ts';

/** A point of minutes as it was seen. */
interface PointRequest {
  id: number;
  version: number;
}

export async function readMeeting(
  { database }: DirectionSources,
  id: number,
): Promise<WholeMeeting> {
  const meeting = await findMeeting(database.pool, id);
  if (meeting === undefined) throw new Refusal('not-found');
  return meeting;
}

/** Splits the minutes of a later meeting by their points. */
export async function enterMeeting(
  sources: DirectionSources,
  meeting: Pick<WholeMeeting, 'title' | 'number' | 'day' | 'minutes'>,
  { actor, requestId }: Caller,
): Promise<WholeMeeting> {
  const points = splitMinutes(meeting.minutes);
  if (points.length === 0) throw new Refusal('no-points');
  const id = await inTransaction(sources.database.pool, async (tx) => {
    const made = await insertMeeting(tx, { ...meeting, by: actor.name }, points);
    await writeAudit(tx, {
      actor,
      action: 'direction.meeting',
      subject: `direction-meeting/${made}`,
      after: { title: meeting.title, day: meeting.day, count: points.length },
      requestId,
    });
    return made;
  });
  return readMeeting(sources, id);
}

/** A point with who owes it and when. */
export type CheckedPoint = PointRequest & { terms: PointTerms };

/** A point counts once a person has said who owes it and when. */
export async function checkPoint(
  tx: Queryable,
  sources: DirectionSources,
  point: CheckedPoint,
  by: PointBy,
): Promise<number> {
  if (!areKnown(point.terms, await readLive(sources, tx))) throw new Refusal('wrong-input');
  return changePoint(tx, { ...point, status: 'checked' }, by);
}

/** A point that orders nothing, or one that was dropped put back. */
export type DroppedPoint = PointRequest & { dropped: boolean };

export function dropPoint(
  tx: Queryable,
  { dropped, ...point }: DroppedPoint,
  by: PointBy,
): Promise<number> {
  return changePoint(tx, { ...point, status: dropped ? 'dropped' : 'draft' }, by);
}

const pointActions = { draft: 'restore', checked: 'check', dropped: 'drop' } as const;
type PointBy = Pick<DoneBy, 'maker' | 'madeBy' | 'checker' | 'requestId'>;

/** @returns the id of its meeting */
async function changePoint(
  tx: Queryable,
  {
    id,
    version,
    status,
    terms,
  }: PointRequest & {
    status: ShownPoint['status'];
    terms?: PointTerms;
  },
  by: PointBy,
): Promise<number> {
  const point = await lockPoint(tx, id);
  if (point === undefined) throw new Refusal('not-found');
  if (point.version !== version) throw new Refusal('stale', { version: point.version });
  if (point.status === 'checked' && (await isFollowed(tx, id, point)))
    throw new Refusal('not-possible', { status: 'checked' });
  await updatePoint(tx, id, { status, terms, by: status === 'checked' ? by.madeBy : null });
  await writeAudit(tx, {
    ...auditedBy(by),
    action: `direction-point.${pointActions[status]}`,
    subject: `direction-point/${id}`,
    before: { status: point.status },
    after: {
      status,
      point: point.point,
      ...(terms === undefined ? {} : describeTerms(terms)),
    },
  });
  return point.meeting;
}

/** A point that somebody has answered stays as it was checked; a change that somebody acted on stays too. */
async function isFollowed(
  tx: Queryable,
  id: number,
  { meeting, terms }: { meeting: number; terms: PointTerms | null },
): Promise<boolean> {
  if (terms?.kind === 'amend') return isObligationTouched(tx, terms.obligation, terms.from);
  return isObligationTouched(tx, pointDirectionId({ id, meeting }));
}

const describeTerms = (terms: PointTerms) =>
  terms.kind === 'order'
    ? { title: terms.title }
    : { obligation: terms.obligation, change: terms.change, from: terms.from };

/** Whether everything that the terms name is in the register. */
function areKnown(
  terms: PointTerms,
  { register, offices }: { register: Register; offices: readonly OwingOffice[] },
): boolean {
  const { owners = [], rhythm } = terms;
  const open = offices.filter(({ endedOn }) => endedOn === undefined);
  const areOwners = owners.every((owner) => open.some((office) => isOwner(owner, office)));
  const isEvent =
    rhythm?.kind !== 'on' || register.events.some(({ id: event }) => event === rhythm.event);
  if (!areOwners || !isEvent) return false;
  if (terms.kind === 'amend') return findObligation(register, terms.obligation) !== undefined;
  return terms.apps.every((app) => register.apps.some(({ id }) => id === app));
}
