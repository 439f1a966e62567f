import { type ActivityKind, activityKinds } from '../../../campaigns/activities/activity-kinds.ts';
import type { ActivityAge, ActivityOrder } from '../../../campaigns/activities/activity-status.ts';
import {
  type ActivityStatus,
  openStatuses,
} from '../../../campaigns/activities/activity-status.ts';
import { queryRow } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { type StoredActivity, selectActivities } from './activities-sql.ts';
import type { WordMeaning } from './search-meaning.ts';

export interface ActivitySearch {
  /** Districts that the reader may see; an empty string is the whole state. */
  districts: readonly string[];
  kinds?: readonly ActivityKind[] | undefined;
  statuses?: readonly ActivityStatus[] | undefined;
  /** Each of them must be met. */
  words: readonly WordMeaning[];
  age?: ActivityAge | undefined;
  order: ActivityOrder;
  /** `district/station` and `district/` in the order of their names, for the order by place. */
  places: readonly string[];
  offset: number;
  limit: number;
}

export interface FoundActivities {
  activities: StoredActivity[];
  /** How many there are in all the pages. */
  found: number;
  /** How many of these statuses there are in the area, whatever else was asked for. */
  all: number;
}

/** Conditions on a column with a moment, by age. */
export function ageConditions(column: string): Record<ActivityAge, string> {
  return {
    new: `${column} > now() - interval '1 day'`,
    'over-2': `${column} < now() - interval '2 days'`,
    'over-7': `${column} < now() - interval '7 days'`,
    'over-30': `${column} < now() - interval '30 days'`,
  };
}
const ages = ageConditions('entered_at');

const orders: Record<ActivityOrder, (place: (values: readonly string[]) => string) => string> = {
  newest: () => 'id DESC',
  oldest: () => 'entered_at, id',
  urgent: () =>
    `CASE WHEN status = 'appealed' OR (status = 'waiting' AND doubt->>'reason' <> '') THEN 0
       WHEN status = 'waiting' THEN 1 WHEN status = 'entered' THEN 2 ELSE 3 END, entered_at, id`,
  place: () => 'place.at NULLS LAST, id DESC',
  kind: (value) => `array_position(${value(activityKinds)}::text[], kind), id DESC`,
};

/** One page of the activities that a search means, and how many there are. */
export async function findActivities(
  database: Queryable,
  search: ActivitySearch,
): Promise<FoundActivities> {
  const values: unknown[] = [];
  const value = (item: unknown) => `$${values.push(item)}`;
  const base = [`district = ANY (${value(search.districts)}::text[])`];
  if (search.statuses) base.push(`status = ANY (${value(search.statuses)}::text[])`);
  const narrowed = [...base];
  if (search.kinds) narrowed.push(`kind = ANY (${value(search.kinds)}::text[])`);
  if (search.age) narrowed.push(ages[search.age]);
  for (const { text, districts, stations, kinds } of search.words) {
    const part = value(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
    narrowed.push(`(district = ANY (${value(districts)}::text[])
      OR district || '/' || station = ANY (${value(stations)}::text[])
      OR kind = ANY (${value(kinds)}::text[])
      OR id::text = ${value(text)}
      OR remark ILIKE ${part} OR entered_by ILIKE ${part}
      OR EXISTS (SELECT FROM jsonb_each_text(details) AS detail WHERE detail.value ILIKE ${part}))`);
  }
  const where = narrowed.join(' AND ');
  const counted = await database.query<{ found: number; all: number }>(
    `SELECT count(*) FILTER (WHERE ${where})::int AS found, count(*)::int AS all
     FROM activity WHERE ${base.join(' AND ')}`,
    values,
  );
  const byPlace =
    search.order === 'place'
      ? `LEFT JOIN unnest(${value(search.places)}::text[]) WITH ORDINALITY AS place (name, at)
           ON place.name = district || '/' || coalesce(station, '')`
      : '';
  const order = orders[search.order](value);
  const activities = await selectActivities(
    database,
    `${byPlace} WHERE ${where} ORDER BY ${order} OFFSET ${value(search.offset)} LIMIT ${value(search.limit)}`,
    values,
  );
  return { activities, found: counted.rows[0]?.found ?? 0, all: counted.rows[0]?.all ?? 0 };
}

interface ActivityWaiting {
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
  const row = await queryRow<ActivityWaiting>(database)`
    SELECT
      count(*) FILTER (WHERE bare)::int AS "withoutPicture",
      min(entered_at) FILTER (WHERE bare) AS "withoutPictureSince",
      count(*) FILTER (WHERE refused)::int AS "refusedBoards",
      (SELECT min(v.changed_at) FROM activity_version AS v
       JOIN activity AS a ON a.id = v.activity_id AND a.version = v.version
       WHERE a.kind = 'board' AND a.status = 'rejected'
         AND a.district = ANY (${districts}::text[])) AS "refusedSince",
      count(*) FILTER (WHERE status = ANY (${openStatuses}::text[]))::int AS open,
      min(entered_at) FILTER (WHERE status = ANY (${openStatuses}::text[])) AS "openSince",
      count(*) FILTER (WHERE kind = 'board' AND status <> 'rejected')::int AS boards,
      coalesce(array_agg(DISTINCT kind), '{}') AS kinds
    FROM (
      SELECT *, kind = 'board' AND status = 'entered' AND photo IS NULL AS bare,
        kind = 'board' AND status = 'rejected' AS refused
      FROM activity WHERE district = ANY (${districts}::text[]) AND status <> 'withdrawn'
    ) AS own`;
  if (row === undefined) throw new Error('Expected one row of what waits, got none');
  return row;
}
