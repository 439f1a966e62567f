import { openStatuses } from '../../../campaigns/activities/activity-status.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export interface ActivityWaiting {
  /** Boards that are entered and have no picture. */
  withoutPicture: number;
  withoutPictureSince: Date | null;
  refusedBoards: number;
  /** When the first of them was refused. */
  refusedSince: Date | null;
  /** Entries that the zone has to decide on. */
  open: number;
  openSince: Date | null;
  /** Boards that count, of the districts together. */
  boards: number;
  /** Kinds of which something was entered. */
  kinds: string[];
}

/** Counts what waits in the activities of districts; an empty string is the whole state. */
export async function countWaitingActivities(
  database: Queryable,
  districts: readonly string[],
): Promise<ActivityWaiting> {
  const { rows } = await database.query<ActivityWaiting>(
    `SELECT
       count(*) FILTER (WHERE bare)::int AS "withoutPicture",
       min(entered_at) FILTER (WHERE bare) AS "withoutPictureSince",
       count(*) FILTER (WHERE refused)::int AS "refusedBoards",
       (SELECT min(v.changed_at) FROM activity_version AS v
        JOIN activity AS a ON a.id = v.activity_id AND a.version = v.version
        WHERE a.kind = 'board' AND a.status = 'rejected' AND a.district = ANY ($1::text[])) AS "refusedSince",
       count(*) FILTER (WHERE status = ANY ($2::text[]))::int AS open,
       min(entered_at) FILTER (WHERE status = ANY ($2::text[])) AS "openSince",
       count(*) FILTER (WHERE kind = 'board' AND status <> 'rejected')::int AS boards,
       coalesce(array_agg(DISTINCT kind), '{}') AS kinds
     FROM (
       SELECT *, kind = 'board' AND status = 'entered' AND photo IS NULL AS bare,
         kind = 'board' AND status = 'rejected' AS refused
       FROM activity WHERE district = ANY ($1::text[]) AND status <> 'withdrawn'
     ) AS own`,
    [districts, openStatuses],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('Expected one row of what waits, got none');
  return row;
}
