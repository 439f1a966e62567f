import type { z } from 'zod';
import type { Activity, ActivityEntry } from '../../../campaigns/activities/activity.ts';
import type { ActivityKind } from '../../../campaigns/activities/activity-kinds.ts';
import {
  type ActivityAction,
  type ActivityStatus,
  countedStatuses,
} from '../../../campaigns/activities/activity-status.ts';
import type { CinemaRun } from '../../../campaigns/activities/cinema.ts';
import type { CountedEntry } from '../../../campaigns/held-acts/judge-activities.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { selectFields, updateRow } from '../../platform/database/rows-sql.ts';
import { execute, queryRow, queryRows, raw } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { version } from './activities-schemas.ts';

const columns = `id::int AS id, kind, district, station, day::text AS day, details, remark, status, reason, photo,
  version, doubt, entered_by AS "enteredBy", entered_at AS "enteredAt", restores_to AS "restoresTo"`;

/** An activity as the table has it. */
export type StoredActivity = Activity & { restoresTo: ActivityStatus | null };

export interface ActivitySelection {
  /** Districts that the reader may see; an empty string is the whole state. */
  districts: readonly string[];
  kind?: ActivityKind | undefined;
  limit: number;
}

/** Activities of districts, the latest first. */
export async function listActivities(
  database: Queryable,
  selection: ActivitySelection,
): Promise<StoredActivity[]> {
  const { districts, kind, limit } = selection;
  return selectActivities(
    database,
    `WHERE district = ANY ($1::text[]) AND ($2::text IS NULL OR kind = $2)
     ORDER BY id DESC LIMIT $3`,
    [districts, kind ?? null, limit],
  );
}

/** An activity, locked until the transaction ends, so that two officers do not change it at once. */
export async function lockActivity(tx: Queryable, id: number): Promise<StoredActivity | undefined> {
  return (await selectActivities(tx, 'WHERE id = $1 FOR UPDATE', [id]))[0];
}

export async function findActivity(
  database: Queryable,
  id: number,
): Promise<StoredActivity | undefined> {
  return (await selectActivities(database, 'WHERE id = $1', [id]))[0];
}

/** Entries of named cinemas that count and that end on this day or later, of the whole state. */
export function listCinemaRuns(database: Queryable, from: Day): Promise<CinemaRun[]> {
  return queryRows<CinemaRun>(database)`
    SELECT id::int AS id, district, details FROM activity
    WHERE kind = 'film' AND day >= ${from} AND details->>'run' IS NOT NULL
      AND status = ANY (${countedStatuses}::text[]) ORDER BY id`;
}

export async function findBoard(
  database: Queryable,
  district: string,
  station: string,
): Promise<StoredActivity | undefined> {
  const where = `WHERE kind = 'board' AND district = $1 AND station = $2 AND status <> 'withdrawn'`;
  return (await selectActivities(database, where, [district, station]))[0];
}

/** Entries of kinds that count, those of a day that say the same as one; without some of them. */
export function readCounted(
  database: Queryable,
  kinds: readonly ActivityKind[],
  but: readonly number[],
): Promise<CountedEntry[]> {
  return queryRows<CountedEntry>(database)`
    SELECT min(id)::int AS id, kind, '' AS district, NULL AS station, day::text AS day, details, status,
      count(*)::int AS times
    FROM activity WHERE kind = ANY (${kinds}::text[]) AND status = ANY (${countedStatuses}::text[])
      AND id <> ALL (${but}::bigint[])
    GROUP BY kind, day, details, status`;
}

/** Whether the zone had rejected the last board of a station, which was taken back then. */
export async function isRejectedBoard(
  database: Queryable,
  { district, station }: Pick<StoredActivity, 'district' | 'station'>,
): Promise<boolean> {
  const last = await queryRow<Pick<StoredActivity, 'restoresTo'>>(database)`
    SELECT restores_to AS "restoresTo" FROM activity
    WHERE kind = 'board' AND district = ${district} AND station = ${station} ORDER BY id DESC LIMIT 1`;
  return last?.restoresTo === 'rejected';
}

/**
 * Stores a new activity. Undefined when the station has a board already.
 * @param by its first state where the zone shall decide on it before it counts
 */
export async function insertActivity(
  tx: Queryable,
  entry: ActivityEntry,
  {
    name,
    status = 'entered',
    reason = '',
    restoresTo = null,
  }: { name: string } & Partial<Pick<StoredActivity, 'status' | 'reason' | 'restoresTo'>>,
): Promise<StoredActivity | undefined> {
  const row = await queryRow<Row>(tx)`
    INSERT INTO activity (kind, district, station, day, details, remark, status, entered_by, reason, restores_to)
    VALUES (${entry.kind}, ${entry.district}, ${entry.station}, ${entry.day},
      ${JSON.stringify(entry.details)}, ${entry.remark}, ${status}, ${name}, ${reason}, ${restoresTo})
    ON CONFLICT DO NOTHING RETURNING ${raw(columns)}`;
  if (row === undefined) return undefined;
  const activity = toActivity(row);
  await keepVersion(tx, activity, { action: 'enter', by: name });
  return activity;
}

/** Fields of an activity that change. */
export type ActivityChange = Partial<
  Pick<
    StoredActivity,
    'day' | 'details' | 'remark' | 'status' | 'reason' | 'photo' | 'doubt' | 'restoresTo'
  >
>;

/** Stores an activity's next version and returns it. */
export async function updateActivity(
  tx: Queryable,
  activity: StoredActivity,
  change: ActivityChange,
  made: { action: ActivityAction; by: string },
): Promise<StoredActivity> {
  const next = { ...activity, ...change, version: activity.version + 1 };
  await updateRow(tx, 'activity', activity.id, { ...change, version: next.version });
  await keepVersion(tx, next, made);
  return next;
}

type ActivityVersion = z.output<typeof version>;

/** Every state that an activity had, the first one first. */
export function activityHistory(database: Queryable, id: number): Promise<ActivityVersion[]> {
  return queryRows<ActivityVersion>(database)`
    SELECT ${raw(selectFields(version))} FROM activity_version WHERE activity_id = ${id} ORDER BY version`;
}

async function keepVersion(
  tx: Queryable,
  { id, version: number, day, details, remark, status, reason, photo }: StoredActivity,
  { action, by }: { action: ActivityVersion['action']; by: string },
): Promise<void> {
  const state = JSON.stringify({ day, details, remark, status, reason, photo });
  await execute(tx)`
    INSERT INTO activity_version (activity_id, version, action, state, changed_by)
    VALUES (${id}, ${number}, ${action}, ${state}, ${by})`;
}

type Row = Omit<StoredActivity, 'enteredAt'> & { enteredAt: Date };

/** Activities as the table has them; what comes after `FROM activity` is given. */
export async function selectActivities(
  database: Queryable,
  where: string,
  values: readonly unknown[],
): Promise<StoredActivity[]> {
  const { rows } = await database.query<Row>(`SELECT ${columns} FROM activity ${where}`, [
    ...values,
  ]);
  return rows.map(toActivity);
}

function toActivity(row: Row): StoredActivity {
  return { ...row, enteredAt: row.enteredAt.toISOString() };
}
