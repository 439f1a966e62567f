import type { Activity, ActivityDetails } from '../../../campaigns/activities/activity.ts';
import { attachmentFields } from '../../../campaigns/activities/activity-kinds.ts';
import type { Beyond } from '../../../campaigns/activities/beyond.ts';
import type { EntryIssue } from '../../../campaigns/activities/check-entry.ts';
import { mayReadActivities, mayRecord } from '../../../campaigns/activities/rights.ts';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import type { Registry } from '../../../campaigns/links/registry.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import type { Place } from '../../../campaigns/offices/permission.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { judgeSecondPerson } from '../../people/accounts/second-person.ts';
import type { SecondPersonBar } from '../../people/accounts/second-person-schemas.ts';
import { readMakers } from '../../people/accounts/second-person-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { findActivity, type StoredActivity } from './activities-sql.ts';

/** Everything that entering and changing activities needs. */
export interface Activities {
  database: Database;
  directory: Directory;
  /** The campaign's state, as a fault in an entry names it. */
  state: Bilingual;
  /** First day of the campaign. */
  firstDay: Day;
  today: () => Day;
  /** Owners of the codes that the public scans. */
  registry?: (() => Registry) | undefined;
  /** Pamphlets that a district has ordered; null where it ordered none. */
  countOrdered: (tx: Queryable, district: string) => Promise<number | null>;
  /** Vehicles of the state; null where nobody knows. */
  fleet: number | null;
}

/** Why nothing was changed. */
export type ActivityRefusal =
  | { kind: 'refused'; code: 'not-found' | 'not-allowed' | 'no-board-photo' }
  | { kind: 'refused'; code: SecondPersonBar; openedBy: string[] }
  | { kind: 'refused'; code: 'wrong-entry'; issues: EntryIssue[] }
  /** The station has a board already: correct that activity. */
  | { kind: 'refused'; code: 'exists'; activity: number }
  /** Somebody else changed it in the meantime. */
  | { kind: 'refused'; code: 'stale'; version: number }
  | { kind: 'refused'; code: 'not-possible'; status: Activity['status'] }
  /** More than was ordered, or than there are: it is taken with a reason only. */
  | { kind: 'refused'; code: 'activity-beyond'; beyond: Beyond };

export type ActivityOutcome = { kind: 'done'; activity: StoredActivity } | ActivityRefusal;

export const notFound: ActivityRefusal = { kind: 'refused', code: 'not-found' };
export const notAllowed: ActivityRefusal = { kind: 'refused', code: 'not-allowed' };

/** Where an activity belongs; undefined for a district that is none. */
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

/** An activity that the officer may change. */
export async function findRecordable(
  activities: Activities,
  id: number,
  { actor }: Caller,
): Promise<StoredActivity | ActivityRefusal> {
  const activity = await findActivity(activities.database.pool, id);
  if (activity === undefined || !mayRead(activities, activity, actor)) return notFound;
  const place = findPlace(activities, activity.district) ?? 'state';
  return mayRecord(actor, activity.kind, place) ? activity : notAllowed;
}

const makingActions = ['enter', 'correct', 'complete', 'prove', 'leave-open', 'appeal'].map(
  (verb) => `activity.${verb}`,
);

/** Whether the officer is a second person beside those who entered, corrected or proved it. */
export async function judgeApprover(tx: Queryable, { id: officer }: Actor, id: number) {
  return judgeSecondPerson(tx, officer, await readMakers(tx, `activity/${id}`, makingActions));
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
