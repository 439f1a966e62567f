import type { Activity, ActivityEntry } from '../../../campaigns/activities/activity.ts';
import { activityForms } from '../../../campaigns/activities/activity-kinds.ts';
import {
  type ActivityAction,
  type ActivityStatus,
  isRejected,
  nextStatus,
  openStatuses,
} from '../../../campaigns/activities/activity-status.ts';
import { mayRecord } from '../../../campaigns/activities/rights.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { can } from '../../../campaigns/offices/permission.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { type ActOutcome, byOfficer, type DoneBy } from '../../kit/held-acts.ts';
import { requireSecondPerson } from '../../people/accounts/second-person.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  type Activities,
  type ActivityRequest,
  type ActivityRules,
  type ActivityStep,
  findPlace,
  mayRead,
  pickAttachments,
  readActivityMakers,
  toAuditEntry,
} from './activities.ts';
import {
  type ActivityChange,
  findActivity,
  findBoard,
  lockActivity,
  type StoredActivity,
  updateActivity,
} from './activities-sql.ts';
import { checkActivity, checkCount } from './check-activity.ts';

/** An action on an activity as it now is; `change` says what goes with the new status. */
export interface WantedStep extends ActivityRequest {
  action: ActivityAction | ((activity: StoredActivity) => ActivityAction);
  change: (activity: StoredActivity) => ActivityChange;
}
export type ChangeOutcome = ActOutcome<StoredActivity[]>;

/** Changes the day, the details and the remark; to change kind or station, take the activity back and enter it again. */
export async function correctActivity(
  activities: Activities,
  request: ActivityRequest &
    Pick<ActivityEntry, 'details' | 'remark'> & { day?: Day | undefined; reason?: string },
  caller: Caller,
): Promise<ChangeOutcome> {
  const { id, version, reason = '', ...fields } = request;
  const correct = (activity: StoredActivity) => {
    const { kind, district, station, day: formerDay, details: former } = activity;
    const entry = { day: formerDay, ...fields, kind, district, station };
    const { day, details, remark } = checkActivity(activities, entry, former);
    return { day, details: { ...details, ...pickAttachments(activity) }, remark };
  };
  const action = (activity: StoredActivity) =>
    isCompletion(activity, correct(activity)) ? 'complete' : 'correct';
  const found = await findWanted(activities, { id, version, action, change: correct }, caller);
  return changeFound(activities, { found: [found], reason }, caller);
}

/** Changes that go with the new status where an officer says a word on an entry. */
const words = {
  approve: decide,
  reject: decide,
  reopen: decide,
  withdraw: (activity, reason) => ({
    reason,
    restoresTo: isRejected(activity) ? 'rejected' : activity.status,
  }),
  restore: () => ({ reason: '', restoresTo: null }),
} satisfies Record<string, (activity: StoredActivity, reason: string) => ActivityChange>;

function decide({ status }: StoredActivity, reason: string): ActivityChange {
  return { reason, restoresTo: openStatuses.includes(status) ? status : null };
}

/** A word on an entry; the reason is for a count that goes beyond what there is as well. */
export interface WordRequest extends ActivityRequest {
  action: keyof typeof words;
  reason: string;
}

/** An entry as it was found, and the step that is asked for on it. */
export interface FoundStep {
  activity: StoredActivity;
  step: ActivityStep;
}

/** The entry, and what a word makes of it. @throws where that may not be said so */
export async function findStep(
  activities: Activities,
  { id, version, action, reason }: WordRequest,
  caller: Caller,
): Promise<FoundStep> {
  const change = (activity: StoredActivity) => words[action](activity, reason);
  const found = await findWanted(activities, { id, version, action, change }, caller);
  findNextStatus(found.activity, action);
  return found;
}

async function findWanted(
  activities: Activities,
  step: WantedStep,
  caller: Caller,
): Promise<FoundStep> {
  const { pool } = activities.database;
  const activity = await findActivity(pool, step.id);
  return fixStep(pool, activities, { step, activity }, caller);
}

/** Does steps on entries that were found, or keeps them for a second officer, as one. */
export function changeFound(
  activities: Activities,
  { found, reason }: { found: readonly FoundStep[]; reason: string },
  caller: Caller,
): Promise<ChangeOutcome> {
  const districts = new Set(found.map(({ activity }) => activity.district));
  const [district] = districts;
  const steps = found.map(({ step }) => step);
  return activities.change({
    input: { by: caller.actor, steps, reason },
    subject: steps.map(({ id }) => `activity/${id}`).join(' '),
    district: districts.size === 1 && district !== '' ? district : undefined,
    reason,
    ...byOfficer(caller),
  });
}

/** A step in the caller's transaction, as part of what its picture brings about. */
export async function changeActivityIn(
  tx: Queryable,
  activities: ActivityRules,
  step: WantedStep,
  caller: Caller,
): Promise<StoredActivity> {
  const activity = await lockActivity(tx, step.id);
  const fixed = await fixStep(tx, activities, { step, activity }, caller);
  return doStep(tx, activities, { ...fixed.step, reason: '' }, byOfficer(caller));
}

/** Resolves a step on the activity as it now is. */
async function fixStep(
  database: Queryable,
  activities: ActivityRules,
  { step, activity }: { step: WantedStep; activity: StoredActivity | undefined },
  caller: Caller,
): Promise<FoundStep> {
  if (activity === undefined || !mayRead(activities, activity, caller.actor))
    throw new Refusal('not-found');
  const { id, version, action: wanted } = step;
  const asked = typeof wanted === 'function' ? 'correct' : wanted;
  await requireRights(database, activities, { activity, action: asked }, caller.actor);
  if (activity.version !== version) throw new Refusal('stale', { version: activity.version });
  const action = typeof wanted === 'function' ? wanted(activity) : wanted;
  return { activity, step: { id, version, action, change: step.change(activity) } };
}

type StepWithReason = ActivityStep & { reason: string };

/** An activity, which nobody else changes meanwhile, and what a step makes of it. @throws where it is not possible */
export async function prepareStep(
  tx: Queryable,
  activities: ActivityRules,
  { id, version, action, change, reason }: StepWithReason,
  actor: Actor,
): Promise<{ action: ActivityAction; before: StoredActivity; change: ActivityChange }> {
  const before = await lockActivity(tx, id);
  if (before === undefined) throw new Refusal('not-found');
  await requireRights(tx, activities, { activity: before, action }, actor);
  if (before.version !== version) throw new Refusal('stale', { version: before.version });
  const status = findNextStatus(before, action);
  const beyond = isEntered(action, status)
    ? await checkCount(tx, activities, { ...before, ...change }, before)
    : null;
  if (beyond !== null && reason === '') throw new Refusal('activity-beyond', { beyond });
  if (action === 'restore' && before.station !== null) {
    const other = await findBoard(tx, before.district, before.station);
    if (other !== undefined) throw new Refusal('exists', { activity: other.id });
  }
  // The zone's word stays with what is handed in after it.
  const kept = isAskedAgain(before, status)
    ? { reason: before.reason, restoresTo: 'rejected' as const }
    : {};
  if (beyond === null) return { action, before, change: { ...change, ...kept, status } };
  const appealed = { ...change, ...kept, status: findNextStatus(before, 'appeal'), reason };
  return { action: 'appeal', before, change: appealed };
}

export async function doStep(
  tx: Queryable,
  activities: ActivityRules,
  step: StepWithReason,
  by: Pick<DoneBy, 'maker' | 'requestId'> & Partial<Pick<DoneBy, 'checker' | 'effect'>>,
): Promise<StoredActivity> {
  // The officer who made it, also where another one accepted it: who may approve it later depends on that.
  const actor = by.maker as Actor;
  const { checker, effect, requestId = '' } = by;
  const { action, before, change } = await prepareStep(tx, activities, step, actor);
  if (checker && action === 'approve')
    await requireSecondPerson(tx, checker.id, await readActivityMakers(tx, before.id));
  const next = await updateActivity(tx, before, change, { action, by: actor.name });
  const accepted = checker && { acceptedBy: checker.name, effect };
  const entry = toAuditEntry({ actor, requestId }, action, { before, after: next });
  await writeAudit(tx, { ...entry, after: { ...next, ...accepted } });
  return next;
}

async function requireRights(
  tx: Queryable,
  activities: ActivityRules,
  { activity, action }: { activity: StoredActivity; action: ActivityAction },
  actor: Actor,
): Promise<void> {
  const place = findPlace(activities, activity.district) ?? 'state';
  const isDecision = action === 'approve' || action === 'reject' || action === 'reopen';
  const isAllowed = isDecision
    ? can(actor, 'activity.approve', place)
    : mayRecord(actor, activity.kind, place);
  if (!isAllowed) throw new Refusal('not-allowed');
  if (action === 'approve')
    await requireSecondPerson(tx, actor.id, await readActivityMakers(tx, activity.id));
}

/** Refuses an action that its present status does not allow. */
function findNextStatus(
  { status, photo, restoresTo }: StoredActivity,
  action: ActivityAction,
): ActivityStatus {
  const next = nextStatus({ status, hasPhoto: photo !== null, restoresTo }, action);
  if (next === null) throw new Refusal('not-possible', { status });
  return next;
}

/** Whether it asks the zone again, which had rejected it. */
const isAskedAgain = (before: StoredActivity, status: ActivityStatus) =>
  status === 'appealed' && isRejected(before);

/** Whether its count is entered by this action, and must be within what there is. */
function isEntered(action: ActivityAction, status: ActivityStatus): boolean {
  if (action === 'restore') return status !== 'appealed';
  return action === 'correct' || action === 'complete';
}

type Changeable = Pick<Activity, 'day' | 'details' | 'remark'>;

/**
 * Whether a change only adds what comes in later: a paper where there was none, or newer figures. What it says that was done is
 * then what it said before.
 */
export function isCompletion(
  { kind, ...before }: Changeable & Pick<Activity, 'kind'>,
  after: Changeable,
): boolean {
  if (before.day !== after.day || before.remark !== after.remark) return false;
  const names = new Set([...Object.keys(before.details), ...Object.keys(after.details)]);
  const changed = [...names].filter(
    (name) => JSON.stringify(before.details[name]) !== JSON.stringify(after.details[name]),
  );
  return (
    changed.length > 0 &&
    changed.every((name) => {
      const later = activityForms[kind].fields.find((field) => field.name === name)?.later;
      return later === 'figures' || (later === 'papers' && before.details[name] === undefined);
    })
  );
}
