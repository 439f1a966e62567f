import type { ActivityDetails } from '../../../campaigns/activities/activity.ts';
import { attachmentFields } from '../../../campaigns/activities/activity-kinds.ts';
import {
  type ActivityAction,
  countedStatuses,
} from '../../../campaigns/activities/activity-status.ts';
import { cinemaKey, findOverlaps, type Overlap } from '../../../campaigns/activities/cinema.ts';
import { mayReadActivities, mayRecord } from '../../../campaigns/activities/rights.ts';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { readDayRange } from '../../../campaigns/fields/field-text.ts';
import type { Registry } from '../../../campaigns/links/registry.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import type { Place } from '../../../campaigns/offices/permission.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { DoOrHold } from '../../kit/held-acts.ts';
import type { House } from '../../kit/house.ts';
import { readMakers } from '../../people/accounts/second-person-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  type ActivityChange,
  findActivity,
  listCinemaRuns,
  type StoredActivity,
} from './activities-sql.ts';

/** Everything that entering and changing activities needs. */
export interface ActivityRules extends Pick<House, 'database' | 'directory'> {
  /** The campaign's state, as a fault in an entry names it. */
  state: Bilingual;
  /** First day of the campaign. */
  firstDay: Day;
  today: () => Day;
  /** Owners of the codes that the public scans. */
  registry: () => Registry;
  /** Pamphlets that a district has ordered; null where it ordered none. */
  countOrdered: (tx: Queryable, district: string) => Promise<number | null>;
  /** Vehicles of the state; null where nobody knows. */
  fleet: number | null;
}

export interface Activities extends ActivityRules {
  /** The one door by which officers change entries that the public counts. */
  change: DoOrHold<ActivitySteps, StoredActivity[]>;
}

/** A change that an officer asks for; the version is the one that was seen. */
export interface ActivityRequest {
  id: number;
  version: number;
}

/** An action on an entry as it is done, now or when a second officer has accepted it. */
export interface ActivityStep extends ActivityRequest {
  action: ActivityAction;
  /** Goes with the new status. */
  change: ActivityChange;
}

/** Steps that one officer does at once, for one reason. */
export interface ActivitySteps {
  by: Actor;
  steps: ActivityStep[];
  /** Why; for a count that goes beyond what there is as well. */
  reason: string;
}

/** Where an activity belongs; undefined for an unknown district. */
export function findPlace(
  { directory }: Pick<Activities, 'directory'>,
  district: string,
): Place | undefined {
  return district === '' ? 'state' : directory.districts.find(({ id }) => id === district);
}

/** An activity that an officer may not read is not there for that officer. */
export function mayRead(
  activities: Pick<Activities, 'directory'>,
  { district }: Pick<StoredActivity, 'district'>,
  actor: Actor,
): boolean {
  const place = findPlace(activities, district);
  return place !== undefined && mayReadActivities(actor, place);
}

/** An activity that the officer may change; refuses any other. */
export async function findRecordable(
  activities: Activities,
  id: number,
  { actor }: Caller,
): Promise<StoredActivity> {
  const activity = await findActivity(activities.database.pool, id);
  if (activity === undefined || !mayRead(activities, activity, actor))
    throw new Refusal('not-found');
  const place = findPlace(activities, activity.district) ?? 'state';
  if (!mayRecord(actor, activity.kind, place)) throw new Refusal('not-allowed');
  return activity;
}

const makingActions = ['enter', 'correct', 'complete', 'prove', 'leave-open', 'appeal'].map(
  (verb) => `activity.${verb}`,
);

/** Accounts that entered, corrected or proved it: somebody else has to approve it. */
export function readActivityMakers(tx: Queryable, id: number): Promise<string[]> {
  return readMakers(tx, `activity/${id}`, makingActions);
}

/** The line of the audit log. */
export function toAuditEntry(
  { actor, requestId }: Caller,
  verb: string,
  { before, after }: { before?: StoredActivity; after: StoredActivity },
) {
  return {
    actor,
    action: `activity.${verb}`,
    subject: `activity/${after.id}`,
    district: after.district === '' ? undefined : after.district,
    before,
    after,
    requestId,
  };
}

/** Names of the files in an activity's fields: no request says what is in them. */
export function pickAttachments({ kind, details }: StoredActivity): ActivityDetails {
  const names = attachmentFields(kind).map(({ name }) => name);
  return Object.fromEntries(Object.entries(details).filter(([name]) => names.includes(name)));
}

/**
 * Activities, each with the entries of the same cinema for some of the same days, no matter who entered them: both could
 * be the same shows. What does not count overlaps with nothing.
 */
export async function withOverlaps(
  database: Queryable,
  activities: readonly StoredActivity[],
): Promise<(StoredActivity & { overlaps: Overlap[] })[]> {
  const starts = activities.flatMap((activity) =>
    countsAsRun(activity) ? (readDayRange(activity.details['run'])?.from ?? []) : [],
  );
  const [first] = starts.toSorted();
  const runs = first === undefined ? [] : await listCinemaRuns(database, first);
  const ofCinema = Map.groupBy(runs, ({ details }) => cinemaKey(details));
  return activities.map((activity) => ({
    ...activity,
    overlaps: countsAsRun(activity)
      ? findOverlaps(activity, ofCinema.get(cinemaKey(activity.details)) ?? [])
      : [],
  }));
}

function countsAsRun({ kind, status }: StoredActivity): boolean {
  return kind === 'film' && countedStatuses.includes(status);
}
