import { sql } from 'drizzle-orm';
import type { Activity, ActivityEntry } from '../../campaigns/activities/activity.ts';
import type { ActivityKind } from '../../campaigns/activities/activity-kinds.ts';
import type { ActivityAction, ActivityStatus } from '../../campaigns/activities/activity-status.ts';
import type { Handle } from '../database/database.ts';

const columns = sql`id::int AS id, kind, district, station, day::text AS day, details, remark, status, reason, photo,
  version, sample, entered_by AS "enteredBy", entered_at AS "enteredAt", restores_to AS "restoresTo"`;

/** An activity as the table has it. */
export type StoredActivity = Activity & { restoresTo: ActivityStatus | null };

export interface ActivitySelection {
  /** Districts that the reader may see; an empty string is the whole state. */
  districts: readonly string[];
  kind?: ActivityKind | undefined;
  statuses?: readonly ActivityStatus[] | undefined;
  beforeId?: number | undefined;
  limit: number;
}

/** Activities of districts, the latest first. */
export async function listActivities(
  handle: Handle,
  selection: ActivitySelection,
): Promise<StoredActivity[]> {
  const { districts, kind, statuses, beforeId, limit } = selection;
  return select(
    handle,
    sql`WHERE district = ANY (${textArray(districts)}) AND (${kind ?? null}::text IS NULL OR kind = ${kind ?? null})
      AND (${statuses === undefined} OR status = ANY (${textArray(statuses ?? [])}))
      AND (${beforeId ?? null}::bigint IS NULL OR id < ${beforeId ?? null})
    ORDER BY id DESC LIMIT ${limit}`,
  );
}

/** An activity, locked until the transaction ends, so that two officers do not change it at once. */
export async function lockActivity(tx: Handle, id: number): Promise<StoredActivity | undefined> {
  return (await select(tx, sql`WHERE id = ${id} FOR UPDATE`))[0];
}

export async function findActivity(
  handle: Handle,
  id: number,
): Promise<StoredActivity | undefined> {
  return (await select(handle, sql`WHERE id = ${id}`))[0];
}

export async function findBoard(
  handle: Handle,
  district: string,
  station: string,
): Promise<StoredActivity | undefined> {
  const where = sql`WHERE kind = 'board' AND district = ${district} AND station = ${station} AND status <> 'withdrawn'`;
  return (await select(handle, where))[0];
}

/** Stores a new activity. Undefined when the station has a board already. */
export async function insertActivity(
  tx: Handle,
  entry: ActivityEntry,
  by: { name: string; sample?: boolean },
): Promise<StoredActivity | undefined> {
  const { rows } = await tx.execute<Row>(sql`
    INSERT INTO activity (kind, district, station, day, details, remark, status, entered_by, sample)
    VALUES (${entry.kind}, ${entry.district}, ${entry.station}, ${entry.day}, ${JSON.stringify(entry.details)}::jsonb,
      ${entry.remark}, 'entered', ${by.name}, ${by.sample ?? false})
    ON CONFLICT DO NOTHING RETURNING ${columns}`);
  const [row] = rows;
  if (row === undefined) return undefined;
  const activity = toActivity(row);
  await keepVersion(tx, activity, { action: 'enter', by: by.name });
  return activity;
}

/** What of an activity can change. */
export type ActivityChange = Partial<
  Pick<StoredActivity, 'day' | 'details' | 'remark' | 'status' | 'reason' | 'photo' | 'restoresTo'>
>;

/** Stores an activity's next version and returns it. */
export async function updateActivity(
  tx: Handle,
  activity: StoredActivity,
  change: ActivityChange,
  made: { action: ActivityAction; by: string },
): Promise<StoredActivity> {
  const next = { ...activity, ...change, version: activity.version + 1 };
  await tx.execute(sql`
    UPDATE activity SET day = ${next.day}, details = ${JSON.stringify(next.details)}::jsonb, remark = ${next.remark},
      status = ${next.status}, reason = ${next.reason}, photo = ${next.photo}, restores_to = ${next.restoresTo},
      version = ${next.version}
    WHERE id = ${activity.id}`);
  await keepVersion(tx, next, made);
  return next;
}

export interface ActivityVersion {
  version: number;
  action: ActivityAction | 'enter';
  state: Pick<Activity, 'day' | 'details' | 'remark' | 'status' | 'reason' | 'photo'>;
  changedBy: string;
  changedAt: string;
}

/** Every state that an activity had, the first one first. */
export async function activityHistory(handle: Handle, id: number): Promise<ActivityVersion[]> {
  const { rows } = await handle.execute<ActivityVersion & Record<string, unknown>>(sql`
    SELECT version, action, state, changed_by AS "changedBy", changed_at AS "changedAt"
    FROM activity_version WHERE activity_id = ${id} ORDER BY version`);
  return rows.map((row) => ({ ...row, changedAt: new Date(row.changedAt).toISOString() }));
}

async function keepVersion(
  tx: Handle,
  { id, version, day, details, remark, status, reason, photo }: StoredActivity,
  { action, by }: { action: ActivityVersion['action']; by: string },
): Promise<void> {
  const state = JSON.stringify({ day, details, remark, status, reason, photo });
  await tx.execute(sql`
    INSERT INTO activity_version (activity_id, version, action, state, changed_by)
    VALUES (${id}, ${version}, ${action}, ${state}::jsonb, ${by})`);
}

type Row = Omit<StoredActivity, 'enteredAt'> & { enteredAt: Date | string } & Record<
    string,
    unknown
  >;

async function select(handle: Handle, where: ReturnType<typeof sql>): Promise<StoredActivity[]> {
  const { rows } = await handle.execute<Row>(sql`SELECT ${columns} FROM activity ${where}`);
  return rows.map(toActivity);
}

function toActivity(row: Row): StoredActivity {
  return { ...row, enteredAt: new Date(row.enteredAt).toISOString() };
}

/** A list as one parameter of type text[]. */
export function textArray(values: readonly string[]): ReturnType<typeof sql> {
  return sql`${sql.param([...values])}::text[]`;
}
