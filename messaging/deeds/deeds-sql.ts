import { sql } from 'drizzle-orm';
import type { Handle } from '../../campaigns/database.ts';
import type { Deed, DeedEntry } from '../../campaigns/deeds/deed.ts';
import type { DeedKind } from '../../campaigns/deeds/deed-kinds.ts';
import type { DeedAction, DeedStatus } from '../../campaigns/deeds/deed-status.ts';

const columns = sql`id::int AS id, kind, district, station, day::text AS day, details, remark, status, reason, photo,
  version, sample, entered_by AS "enteredBy", entered_at AS "enteredAt", restores_to AS "restoresTo"`;

/** A deed as the table has it. */
export type StoredDeed = Deed & { restoresTo: DeedStatus | null };

export interface DeedSelection {
  /** Districts that the reader may see; an empty string is the whole state. */
  districts: readonly string[];
  kind?: DeedKind | undefined;
  statuses?: readonly DeedStatus[] | undefined;
  beforeId?: number | undefined;
  limit: number;
}

/** Deeds of districts, the latest first. */
export async function listDeeds(handle: Handle, selection: DeedSelection): Promise<StoredDeed[]> {
  const { districts, kind, statuses, beforeId, limit } = selection;
  return select(
    handle,
    sql`WHERE district = ANY (${textArray(districts)}) AND (${kind ?? null}::text IS NULL OR kind = ${kind ?? null})
      AND (${statuses === undefined} OR status = ANY (${textArray(statuses ?? [])}))
      AND (${beforeId ?? null}::bigint IS NULL OR id < ${beforeId ?? null})
    ORDER BY id DESC LIMIT ${limit}`,
  );
}

/** A deed, locked until the transaction ends, so that two officers do not change it at once. */
export async function lockDeed(tx: Handle, id: number): Promise<StoredDeed | undefined> {
  return (await select(tx, sql`WHERE id = ${id} FOR UPDATE`))[0];
}

export async function findDeed(handle: Handle, id: number): Promise<StoredDeed | undefined> {
  return (await select(handle, sql`WHERE id = ${id}`))[0];
}

export async function findBoard(
  handle: Handle,
  district: string,
  station: string,
): Promise<StoredDeed | undefined> {
  const where = sql`WHERE kind = 'board' AND district = ${district} AND station = ${station} AND status <> 'withdrawn'`;
  return (await select(handle, where))[0];
}

/** Stores a new deed. Undefined when the station has a board already. */
export async function insertDeed(
  tx: Handle,
  entry: DeedEntry,
  by: { name: string; sample?: boolean },
): Promise<StoredDeed | undefined> {
  const { rows } = await tx.execute<Row>(sql`
    INSERT INTO deed (kind, district, station, day, details, remark, status, entered_by, sample)
    VALUES (${entry.kind}, ${entry.district}, ${entry.station}, ${entry.day}, ${JSON.stringify(entry.details)}::jsonb,
      ${entry.remark}, 'entered', ${by.name}, ${by.sample ?? false})
    ON CONFLICT DO NOTHING RETURNING ${columns}`);
  const [row] = rows;
  if (row === undefined) return undefined;
  const deed = toDeed(row);
  await keepVersion(tx, deed, { action: 'enter', by: by.name });
  return deed;
}

/** What of a deed can change. */
export type DeedChange = Partial<
  Pick<StoredDeed, 'day' | 'details' | 'remark' | 'status' | 'reason' | 'photo' | 'restoresTo'>
>;

/** Stores a deed's next version and returns it. */
export async function updateDeed(
  tx: Handle,
  deed: StoredDeed,
  change: DeedChange,
  made: { action: DeedAction; by: string },
): Promise<StoredDeed> {
  const next = { ...deed, ...change, version: deed.version + 1 };
  await tx.execute(sql`
    UPDATE deed SET day = ${next.day}, details = ${JSON.stringify(next.details)}::jsonb, remark = ${next.remark},
      status = ${next.status}, reason = ${next.reason}, photo = ${next.photo}, restores_to = ${next.restoresTo},
      version = ${next.version}
    WHERE id = ${deed.id}`);
  await keepVersion(tx, next, made);
  return next;
}

export interface DeedVersion {
  version: number;
  action: DeedAction | 'enter';
  state: Pick<Deed, 'day' | 'details' | 'remark' | 'status' | 'reason' | 'photo'>;
  changedBy: string;
  changedAt: string;
}

/** Every state that a deed had, the first one first. */
export async function deedHistory(handle: Handle, id: number): Promise<DeedVersion[]> {
  const { rows } = await handle.execute<DeedVersion & Record<string, unknown>>(sql`
    SELECT version, action, state, changed_by AS "changedBy", changed_at AS "changedAt"
    FROM deed_version WHERE deed_id = ${id} ORDER BY version`);
  return rows.map((row) => ({ ...row, changedAt: new Date(row.changedAt).toISOString() }));
}

async function keepVersion(
  tx: Handle,
  { id, version, day, details, remark, status, reason, photo }: StoredDeed,
  { action, by }: { action: DeedVersion['action']; by: string },
): Promise<void> {
  const state = JSON.stringify({ day, details, remark, status, reason, photo });
  await tx.execute(sql`
    INSERT INTO deed_version (deed_id, version, action, state, changed_by)
    VALUES (${id}, ${version}, ${action}, ${state}::jsonb, ${by})`);
}

type Row = Omit<StoredDeed, 'enteredAt'> & { enteredAt: Date | string } & Record<string, unknown>;

async function select(handle: Handle, where: ReturnType<typeof sql>): Promise<StoredDeed[]> {
  const { rows } = await handle.execute<Row>(sql`SELECT ${columns} FROM deed ${where}`);
  return rows.map(toDeed);
}

function toDeed(row: Row): StoredDeed {
  return { ...row, enteredAt: new Date(row.enteredAt).toISOString() };
}

/** A list as one parameter of type text[]. */
export function textArray(values: readonly string[]): ReturnType<typeof sql> {
  return sql`${sql.param([...values])}::text[]`;
}
