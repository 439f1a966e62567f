import { findObligation, type Register } from '../../../campaigns/directions/directions.ts';
import {
  type PointTerms,
  pointDirectionId,
  splitMinutes,
} from '../../../campaigns/directions/meeting-points.ts';
import type { OwingOffice } from '../../../campaigns/directions/occurrence-key.ts';
import { isOwner } from '../../../campaigns/directions/owing-offices.ts';
import type { ShownPoint, WholeMeeting } from '../../contract/register/directions.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { DirectionDesk } from './direction-desk.ts';
import { findMeeting, insertMeeting, lockPoint, updatePoint } from './meetings-sql.ts';
import { isObligationTouched } from './occurrences-sql.ts';

export type MeetingBook = ReturnType<typeof createMeetingBook>;

/** Later meetings: minutes are split by their points, and each counts once a person has said who owes it and when. */
export function createMeetingBook({ database, desk }: { database: Database; desk: DirectionDesk }) {
  const { pool } = database;

  async function read(id: number): Promise<WholeMeeting> {
    const meeting = await findMeeting(pool, id);
    if (meeting === undefined) throw new Refusal('not-found');
    return meeting;
  }

  async function change(
    { actor, requestId }: Caller,
    { id, version }: { id: number; version: number },
    { status, terms }: { status: ShownPoint['status']; terms?: PointTerms },
  ): Promise<WholeMeeting> {
    const meeting = await inTransaction(pool, async (tx) => {
      const point = await lockPoint(tx, id);
      if (point === undefined) throw new Refusal('not-found');
      if (point.version !== version) throw new Refusal('stale', { version: point.version });
      if (point.status === 'checked' && (await isFollowed(tx, id, point)))
        throw new Refusal('not-possible', { status: 'checked' });
      const by = status === 'checked' ? actor.name : null;
      await updatePoint(tx, id, { status, ...(terms === undefined ? {} : { terms }), by });
      await writeAudit(tx, {
        actor,
        action: `direction-point.${status === 'draft' ? 'restore' : status === 'checked' ? 'check' : 'drop'}`,
        subject: `direction-point/${id}`,
        before: { status: point.status },
        after: {
          status,
          point: point.point,
          ...(terms === undefined ? {} : toldTerms(terms)),
        },
        requestId,
      });
      return point.meeting;
    });
    return read(meeting);
  }

  return {
    read,

    async enter(
      { actor, requestId }: Caller,
      given: Pick<WholeMeeting, 'title' | 'number' | 'day' | 'minutes'>,
    ): Promise<WholeMeeting> {
      const points = splitMinutes(given.minutes);
      if (points.length === 0) throw new Refusal('no-points');
      const { sample } = (await desk.read()).progress;
      const id = await inTransaction(pool, async (tx) => {
        const made = await insertMeeting(tx, { ...given, by: actor.name, sample }, points);
        await writeAudit(tx, {
          actor,
          action: 'direction.meeting',
          subject: `direction-meeting/${made}`,
          after: { title: given.title, day: given.day, count: points.length },
          requestId,
        });
        return made;
      });
      return read(id);
    },

    async check(asked: Caller, point: { id: number; version: number }, terms: PointTerms) {
      const known = await desk.read();
      if (!areKnown(terms, known)) throw new Refusal('wrong-input');
      return change(asked, point, { status: 'checked', terms });
    },

    drop: (asked: Caller, point: { id: number; version: number }, dropped: boolean) =>
      change(asked, point, { status: dropped ? 'dropped' : 'draft' }),
  };
}

/** What somebody has answered stays as it was checked; what was changed since, as it was changed. */
async function isFollowed(
  tx: Queryable,
  id: number,
  { meeting, terms }: { meeting: number; terms: PointTerms | null },
): Promise<boolean> {
  if (terms?.kind === 'amend') return isObligationTouched(tx, terms.obligation, terms.from);
  return isObligationTouched(tx, pointDirectionId({ id, meeting }));
}

const toldTerms = (terms: PointTerms) =>
  terms.kind === 'order'
    ? { title: terms.title }
    : { obligation: terms.obligation, change: terms.change, from: terms.from };

/** Whether everything that the terms name is in the register. */
function areKnown(
  terms: PointTerms,
  { register, offices }: { register: Register; offices: readonly OwingOffice[] },
): boolean {
  const { owners = [], rhythm } = terms;
  const areOwners = owners.every((owner) => offices.some((office) => isOwner(owner, office)));
  const isEvent =
    rhythm?.kind !== 'on' || register.events.some(({ id: event }) => event === rhythm.event);
  if (!areOwners || !isEvent) return false;
  if (terms.kind === 'amend') return findObligation(register, terms.obligation) !== undefined;
  return terms.apps.every((app) => register.apps.some(({ id }) => id === app));
}
