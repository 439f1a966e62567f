import { pointDirectionId, splitMinutes } from '../../campaigns/directions/meeting-points.ts';
import type { PointTerms } from '../../campaigns/directions/point-rhythms.ts';
import type { ShownPoint, WholeMeeting } from '../contract/directions.ts';
import { writeAudit } from '../database/audit-log-sql.ts';
import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { ApiError } from '../http/api-error.ts';
import type { DirectionDesk } from './direction-desk.ts';
import { findMeeting, insertMeeting, lockPoint, updatePoint } from './meetings-sql.ts';
import type { Asked } from './occurrence-book.ts';
import { isObligationTouched } from './occurrences-sql.ts';

export type MeetingBook = ReturnType<typeof createMeetingBook>;

/** Later meetings: minutes are split by their points, and each counts once a person has said who owes it and when. */
export function createMeetingBook({ database, desk }: { database: Database; desk: DirectionDesk }) {
  const { pool } = database;

  async function read(id: number): Promise<WholeMeeting> {
    const meeting = await findMeeting(pool, id);
    if (meeting === undefined) throw new ApiError('not-found');
    return meeting;
  }

  async function change(
    { actor, requestId }: Asked,
    { id, version }: { id: number; version: number },
    { status, terms }: { status: ShownPoint['status']; terms?: PointTerms },
  ): Promise<WholeMeeting> {
    const meeting = await inTransaction(pool, async (tx) => {
      const point = await lockPoint(tx, id);
      if (point === undefined) throw new ApiError('not-found');
      if (point.version !== version)
        throw new ApiError('stale', { more: { version: point.version } });
      // What somebody has answered stays as it was checked.
      const obligation = pointDirectionId({ id, meeting: point.meeting });
      if (point.status === 'checked' && (await isObligationTouched(tx, obligation)))
        throw new ApiError('not-possible', { more: { status: 'checked' } });
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
          ...(terms === undefined ? {} : { title: terms.title }),
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
      { actor, requestId }: Asked,
      given: Pick<WholeMeeting, 'title' | 'number' | 'day' | 'minutes'>,
    ): Promise<WholeMeeting> {
      const points = splitMinutes(given.minutes);
      if (points.length === 0) throw new ApiError('no-points');
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

    async check(asked: Asked, point: { id: number; version: number }, terms: PointTerms) {
      const { register, offices } = await desk.read();
      const apps = new Set(register.apps.map(({ id }) => id));
      const known = terms.owners.every(({ role, area }) =>
        role === 'branch'
          ? offices.some((office) => office.role === 'branch' && office.area === area)
          : area === undefined,
      );
      if (!known || terms.apps.some((app) => !apps.has(app))) throw new ApiError('wrong-input');
      return change(asked, point, { status: 'checked', terms });
    },

    drop: (asked: Asked, point: { id: number; version: number }, dropped: boolean) =>
      change(asked, point, { status: dropped ? 'dropped' : 'draft' }),
  };
}
