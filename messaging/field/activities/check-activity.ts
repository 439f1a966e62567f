import type { ActivityDetails, ActivityEntry } from '../../../campaigns/activities/activity.ts';
import {
  type ActivityStatus,
  countedStatuses,
} from '../../../campaigns/activities/activity-status.ts';
import {
  type DayEntry,
  dayBoundKinds,
  findExceededDay,
  findFirstDay,
} from '../../../campaigns/activities/day-bounds.ts';
import {
  type BoundedKind,
  boundedFields,
  type CountBound,
  countBounds,
  type ExceededCount,
  findExceededCount,
  isBoardBeyond,
  isBounded,
  isOfState,
  readBounded,
} from '../../../campaigns/activities/exceeded-count.ts';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { stationsOf } from '../../../campaigns/directory/station.ts';
import { judgedDays } from '../../../campaigns/held-acts/judge-totals.ts';
import { entryFaultWords } from '../../../campaigns/words/activity-words.ts';
import { execute, queryRow, queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import { hasPhoneNumber } from '../../platform/http/free-text.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type ActivityRules, findPlace } from './activities.ts';
import type { StoredActivity } from './activities-sql.ts';
import { checkEntry } from './check-entry.ts';

/**
 * Checks an entry as a form, a row or a request brings it; a wrong one is refused with its issues.
 * @param former details of the entry that is corrected
 */
export function checkActivity(
  activities: ActivityRules,
  input: unknown,
  former: ActivityDetails | null = null,
): ActivityEntry {
  const { directory, state, firstDay, today } = activities;
  const checked = checkEntry(input, { first: firstDay, last: today() }, former);
  if ('issues' in checked) throw new Refusal('wrong-entry', { issues: checked.issues });
  const { entry } = checked;
  const { district, station, remark, details } = entry;
  if (findPlace(activities, district) === undefined)
    throw refuseField('district', `, got "${district}"`, entryFaultWords.district(state));
  if (station !== null && !stationsOf(directory, district).some(({ id }) => id === station))
    throw refuseField('station', `, got "${station}"`, entryFaultWords.station(district));
  // Lists come here too, which no request's words are looked at for.
  const [place] = Object.entries({ remark, ...details }).find(([, text]) => withNumber(text)) ?? [];
  if (place !== undefined) throw refuseField(place, '', entryFaultWords.number);
  return entry;
}

function refuseField(path: string, found: string, expected: Bilingual): Refusal {
  const message = `Expected ${expected.en}${found}`;
  return new Refusal('wrong-entry', { issues: [{ path, message, expected }] });
}

function withNumber(text: unknown): boolean {
  return [text].flat().some((part) => typeof part === 'string' && hasPhoneNumber(part));
}

/** Entries that count, or that a second officer has before him. */
const standingStatuses: readonly ActivityStatus[] = [...countedStatuses, 'appealed'];

/** Facts that bound a count. */
export type CountRules = Pick<ActivityRules, 'fleet' | 'countOrdered' | 'directory'>;
type CountedEntry = Pick<ActivityEntry, 'kind' | 'district' | 'day' | 'details'>;

/** By how much an entry says more than `former` did, and more than its district has. */
export async function checkCount(
  tx: Queryable,
  rules: CountRules,
  entry: CountedEntry,
  former: StoredActivity | null,
): Promise<ExceededCount | null> {
  // An activity that was rejected or taken back does not count.
  const counted = former !== null && standingStatuses.includes(former.status) ? former : null;
  const but = former?.id ?? null;
  return (
    (await checkWhole(tx, rules, { entry, counted, but })) ??
    (await checkDays(tx, rules, { entry, counted, but }))
  );
}

interface Checked {
  entry: CountedEntry;
  /** The entry as it counts now. */
  counted: StoredActivity | null;
  /** Its number, which is left out of the sums. */
  but: number | null;
}

async function checkWhole(
  tx: Queryable,
  { fleet, countOrdered, directory }: CountRules,
  { entry: { kind, district, day, details }, counted, but }: Checked,
): Promise<ExceededCount | null> {
  if (!isBounded(kind)) return null;
  const isNoMore =
    counted !== null &&
    counted.day === day &&
    readBounded(kind, { details }) <= readBounded(kind, counted);
  if (isNoMore) return null;
  await lockCounted(tx, kind, isOfState(kind) ? '' : district);
  const bounds = countBounds(
    { kind, day },
    {
      district,
      stations: stationsOf(directory, district).length,
      allStations: directory.stations.length,
      fleet,
      ordered: await countOrdered(tx, district),
      known: await sumCounted(tx, { kind, district: null, day: null }, but),
    },
  );
  const left = [Number.POSITIVE_INFINITY];
  for (const { available, ...place } of bounds)
    left.push(available - (await sumCounted(tx, { kind, ...place }, but)));
  return findExceededCount({ kind, details }, Math.min(...left));
}

/** Adds up all that the district entered for each of the days, against what it has. */
export async function checkDays(
  tx: Queryable,
  { directory }: Pick<CountRules, 'directory'>,
  { entry, counted: former, but }: Checked,
): Promise<ExceededCount | null> {
  const { kind, district } = entry;
  if (!dayBoundKinds.includes(kind)) return null;
  await lockCounted(tx, `${kind} of a day`, district);
  // Cinemas are counted by name over all days.
  const from = kind === 'film' ? null : findFirstDay(entry);
  const others = await queryRows<DayEntry>(tx)`
    SELECT kind, day::text AS day, details FROM activity
    WHERE kind = ${kind} AND district = ${district} AND status = ANY (${countedStatuses}::text[])
      AND id IS DISTINCT FROM ${but} AND (${from}::date IS NULL OR day >= ${from})`;
  const stations = (district === '' ? directory.stations : stationsOf(directory, district)).length;
  return findExceededDay(entry, others, { stations, former });
}

/** Whether a board is one more than the accounts of one office may enter that no picture proves; such pictures are no more than a word. */
export async function isBeyondWord(
  tx: Queryable,
  { kind, district }: Pick<ActivityEntry, 'kind' | 'district'>,
  officer: string,
): Promise<boolean> {
  if (kind !== 'board') return false;
  await execute(tx)`
    SELECT pg_advisory_xact_lock(hashtext('counted/' || ${kind} || '/' || role || '/' || coalesce(area, '')))
    FROM person WHERE id = ${officer}`;
  const said = await queryRow<Parameters<typeof isBoardBeyond>[0]>(tx)`
    SELECT count(*)::int AS known, json_build_object(
        'there', count(*) FILTER (WHERE by_word AND is_new AND district = ${district}),
        'whole', count(*) FILTER (WHERE by_word AND is_new)) AS day,
      json_build_object('there', count(*) FILTER (WHERE by_word AND district = ${district}),
        'whole', count(*) FILTER (WHERE by_word)) AS weeks
    FROM (
      SELECT district, entered_at > now() - interval '1 day' AS is_new,
        status IN ('entered', 'waiting') AND entered_at > now() - ${judgedDays}::int * interval '1 day' AND EXISTS (
        SELECT FROM audit_entry WHERE subject = 'activity/' || activity.id AND action = 'activity.enter'
          AND actor_id IN (SELECT office_accounts(${officer}))) AS by_word
      FROM activity WHERE kind = 'board' AND status = ANY (${countedStatuses}::text[])
    ) AS board`;
  return said !== undefined && isBoardBeyond(said);
}

/** Makes other entries that are bounded with this one wait for this transaction: alone, each would be within the bound. */
async function lockCounted(tx: Queryable, kind: string, district: string): Promise<void> {
  await execute(tx)`
    SELECT pg_advisory_xact_lock(hashtext('counted/' || ${kind} || '/' || ${district}))`;
}

/** Actions by which an office says how much there was. */
const entering = ['enter', 'correct', 'complete', 'restore'];

/** Adds up counted entries, all but one. */
export async function sumCounted(
  tx: Queryable,
  { kind, district, day, lately }: { kind: BoundedKind } & Omit<CountBound, 'available'>,
  but: number | null,
): Promise<number> {
  const actions = lately ? entering : null;
  const row = await queryRow<{ sum: number }>(tx)`
    SELECT coalesce(sum((details->>${boundedFields[kind]})::bigint), 0)::float8 AS sum FROM activity
    WHERE kind = ${kind} AND status = ANY (${countedStatuses}::text[])
      AND (${district}::text IS NULL OR district = ${district})
      AND (${day}::date IS NULL OR day = ${day}) AND id IS DISTINCT FROM ${but}
      AND (${actions}::text[] IS NULL OR (status <> 'approved' AND EXISTS (
        SELECT FROM activity_version WHERE activity_id = activity.id AND action = ANY (${actions}::text[])
          AND changed_at > now() - ${lately ?? 1}::int * interval '1 day'
      )))`;
  return row?.sum ?? 0;
}
