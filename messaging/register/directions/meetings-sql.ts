import type {
  CheckedPoint,
  MinutesPoint,
  PointTerms,
} from '../../../campaigns/directions/meeting-points.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { ShownMeeting, ShownPoint, WholeMeeting } from './directions-schemas.ts';

const meetingColumns = `m.id, m.title, m.number, m.day::text AS day, m.entered_by AS "enteredBy", m.entered_at AS "enteredAt",
  (SELECT count(*)::int FROM direction_point WHERE meeting_id = m.id) AS points,
  (SELECT count(*)::int FROM direction_point WHERE meeting_id = m.id AND status = 'checked') AS checked,
  (SELECT count(*)::int FROM direction_point WHERE meeting_id = m.id AND status = 'draft') AS open`;

/** Later meetings, the latest first. */
export async function listMeetings(database: Queryable): Promise<ShownMeeting[]> {
  const { rows } = await database.query<ShownMeeting>(
    `SELECT ${meetingColumns} FROM direction_meeting AS m ORDER BY m.day DESC, m.id DESC`,
  );
  return rows;
}

export async function findMeeting(
  database: Queryable,
  id: number,
): Promise<WholeMeeting | undefined> {
  const { rows } = await database.query<Omit<WholeMeeting, 'list'>>(
    `SELECT ${meetingColumns}, m.minutes FROM direction_meeting AS m WHERE m.id = $1`,
    [id],
  );
  const [row] = rows;
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
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO direction_meeting (title, number, day, minutes, entered_by) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [meeting.title, meeting.number, meeting.day, meeting.minutes, meeting.by],
  );
  const id = rows[0]?.id ?? 0;
  await tx.query(
    `INSERT INTO direction_point (meeting_id, position, point, quote)
     SELECT $1, given.position, given.point, given.quote
     FROM unnest($2::int[], $3::text[], $4::text[]) AS given (position, point, quote)`,
    [
      id,
      points.map((_, index) => index),
      points.map(({ point }) => point),
      points.map(({ quote }) => quote),
    ],
  );
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
  await tx.query(
    `UPDATE direction_point SET status = $2, terms = coalesce($3, terms), checked_by = $4,
       checked_at = CASE WHEN $4::text IS NULL THEN NULL ELSE now() END, version = version + 1 WHERE id = $1`,
    [
      id,
      change.status,
      change.terms === undefined ? null : JSON.stringify(change.terms),
      change.by,
    ],
  );
}

/** Points of later meetings that a person has checked. */
export async function listCheckedPoints(database: Queryable): Promise<CheckedPoint[]> {
  const { rows } = await database.query<
    Omit<CheckedPoint, 'meeting'> & {
      meetingId: number;
      title: string;
      number: string;
      day: string;
    }
  >(
    `SELECT p.id, p.point, p.quote, p.terms, m.id AS "meetingId", m.title, m.number, m.day::text AS day
     FROM direction_point AS p JOIN direction_meeting AS m ON m.id = p.meeting_id
     WHERE p.status = 'checked' ORDER BY m.day, m.id, p.position`,
  );
  return rows.map(({ meetingId, title, number, day, ...point }) => ({
    ...point,
    meeting: { id: meetingId, title, number, day },
  }));
}
