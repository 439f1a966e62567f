import type {
  CheckedPoint,
  MinutesPoint,
  PointTerms,
} from '../../../campaigns/directions/meeting-points.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { ShownMeeting, ShownPoint, WholeMeeting } from './directions-schemas.ts';

const meetingColumns = `m.id, m.title, m.number, m.day::text AS day, m.entered_by AS "enteredBy", m.entered_at AS "enteredAt",
  (SELECT count(*)::int FROM direction_point WHERE meeting_id = m.id) AS points,
  (SELECT count(*)::int FROM direction_point WHERE meeting_id = m.id AND status = 'checked') AS checked,
  (SELECT count(*)::int FROM direction_point WHERE meeting_id = m.id AND status = 'draft') AS open`;

/** Later meetings, the latest first. */
export function listMeetings(database: Queryable): Promise<ShownMeeting[]> {
  return queryRows<ShownMeeting>(database)`
    SELECT ${raw(meetingColumns)} FROM direction_meeting AS m ORDER BY m.day DESC, m.id DESC`;
}

export async function findMeeting(
  database: Queryable,
  id: number,
): Promise<WholeMeeting | undefined> {
  const row = await queryRow<Omit<WholeMeeting, 'list'>>(database)`
    SELECT ${raw(meetingColumns)}, m.minutes FROM direction_meeting AS m WHERE m.id = ${id}`;
  if (row === undefined) return undefined;
  const list = await database.query<ShownPoint>(
    `SELECT id, point, quote, status, terms, checked_by AS "checkedBy", version FROM direction_point
     WHERE meeting_id = $1 ORDER BY position`,
    [id],
  );
  return { ...row, list: list.rows };
}

export async function insertMeeting(
  tx: Queryable,
  meeting: Pick<WholeMeeting, 'title' | 'number' | 'day' | 'minutes'> & {
    by: string;
  },
  points: readonly MinutesPoint[],
): Promise<number> {
  const row = await queryRow<{ id: number }>(tx)`
    INSERT INTO direction_meeting (title, number, day, minutes, entered_by)
      VALUES (${meeting.title}, ${meeting.number}, ${meeting.day}, ${meeting.minutes}, ${meeting.by})
      RETURNING id`;
  const id = row?.id ?? 0;
  await execute(tx)`
    INSERT INTO direction_point (meeting_id, position, point, quote)
    SELECT ${id}, given.position, given.point, given.quote
    FROM unnest(${points.map((_, index) => index)}::int[], ${points.map(({ point }) => point)}::text[],
      ${points.map(({ quote }) => quote)}::text[]) AS given (position, point, quote)`;
  return id;
}

/** A point, locked until the transaction ends. */
export async function lockPoint(
  tx: Queryable,
  id: number,
): Promise<
  | (Pick<ShownPoint, 'status' | 'version' | 'point' | 'quote'> & {
      meeting: number;
      terms: PointTerms | null;
    })
  | undefined
> {
  const { rows } = await tx.query(
    'SELECT meeting_id AS meeting, status, version, point, quote, terms FROM direction_point WHERE id = $1 FOR UPDATE',
    [id],
  );
  return rows[0];
}

export async function updatePoint(
  tx: Queryable,
  id: number,
  change: { status: ShownPoint['status']; terms?: PointTerms | undefined; by: string | null },
): Promise<void> {
  await execute(tx)`
    UPDATE direction_point SET status = ${change.status},
      terms = coalesce(${change.terms === undefined ? null : JSON.stringify(change.terms)}, terms),
      checked_by = ${change.by},
      checked_at = CASE WHEN ${change.by}::text IS NULL THEN NULL ELSE now() END, version = version + 1
      WHERE id = ${id}`;
}

/** Points of later meetings that a person has checked. */
export async function listCheckedPoints(database: Queryable): Promise<CheckedPoint[]> {
  const rows = await queryRows<
    Omit<CheckedPoint, 'meeting'> & {
      meetingId: number;
      title: string;
      number: string;
      day: string;
    }
  >(database)`
    SELECT p.id, p.point, p.quote, p.terms, m.id AS "meetingId", m.title, m.number, m.day::text AS day
    FROM direction_point AS p JOIN direction_meeting AS m ON m.id = p.meeting_id
    WHERE p.status = 'checked' ORDER BY m.day, m.id, p.position`;
  return rows.map(({ meetingId, title, number, day, ...point }) => ({
    ...point,
    meeting: { id: meetingId, title, number, day },
  }));
}
