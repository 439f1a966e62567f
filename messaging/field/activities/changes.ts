import type { ActivityEntry } from '../../../campaigns/activities/activity.ts';
import {
  type ActivityAction,
  type ActivityStatus,
  nextStatus,
  openStatuses,
} from '../../../campaigns/activities/activity-status.ts';
import { isCompletion } from '../../../campaigns/activities/completion.ts';
import { mayRecord } from '../../../campaigns/activities/rights.ts';
import { can } from '../../../campaigns/offices/permission.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { requireSecondPerson } from '../../people/accounts/second-person.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  type Activities,
  findPlace,
  mayRead,
  pickAttachments,
  readActivityMakers,
  toAuditEntry,
} from './activities.ts';
import {
  type ActivityChange,
  findBoard,
  lockActivity,
  type StoredActivity,
  updateActivity,
} from './activities-sql.ts';
import { checkActivity, checkCount } from './check-activity.ts';

/** A change that an officer asks for; the version is the one that was seen. */
export interface ActivityRequest {
  id: number;
  version: number;
}

/** An action on an activity as it now is; `change` says what goes with the new status. */
export interface ActivityStep extends ActivityRequest {
  action: ActivityAction | ((activity: StoredActivity) => ActivityAction);
  change: (activity: StoredActivity) => ActivityChange;
  /** Why a count goes beyond what was ordered or what there is. */
  reason?: string;
}

/** Changes the day, the details and the remark; to change kind or station, take the activity back and enter it again. */
export async function correctActivity(
  activities: Activities,
  request: ActivityRequest &
    Pick<ActivityEntry, 'details' | 'remark'> & { day?: Day | undefined; reason?: string },
  caller: Caller,
): Promise<StoredActivity> {
  const { id, version, reason = '', ...fields } = request;
  const correct = (activity: StoredActivity) => {
    const { kind, district, station, day: formerDay, details: former } = activity;
    const entry = { day: formerDay, ...fields, kind, district, station };
    const { day, details, remark } = checkActivity(activities, entry, former);
    return { day, details: { ...details, ...pickAttachments(activity) }, remark };
  };
  const action = (activity: StoredActivity) =>
    isCompletion(activity, correct(activity)) ? 'complete' : 'correct';
  return changeActivity(activities, { id, version, action, change: correct, reason }, caller);
}

export async function decideActivity(
  activities: Activities,
  {
    reason,
    ...request
  }: ActivityRequest & {
    action: 'approve' | 'reject' | 'reopen';
    reason: string;
  },
  caller: Caller,
): Promise<StoredActivity> {
  const restoresTo = (status: ActivityStatus) => (openStatuses.includes(status) ? status : null);
  const change = ({ status }: StoredActivity) => ({ reason, restoresTo: restoresTo(status) });
  return changeActivity(activities, { ...request, change }, caller);
}

export async function withdrawActivity(
  activities: Activities,
  { reason, ...request }: ActivityRequest & { reason: string },
  caller: Caller,
): Promise<StoredActivity> {
  const change = ({ status }: StoredActivity) => ({ reason, restoresTo: status });
  return changeActivity(activities, { ...request, action: 'withdraw', change }, caller);
}

export async function restoreActivity(
  activities: Activities,
  request: ActivityRequest,
  caller: Caller,
): Promise<StoredActivity> {
  const change = () => ({ reason: '', restoresTo: null });
  return changeActivity(activities, { ...request, action: 'restore', change }, caller);
}

export async function changeActivity(
  activities: Activities,
  step: ActivityStep,
  caller: Caller,
): Promise<StoredActivity> {
  return inTransaction(activities.database.pool, (tx) =>
    changeActivityIn(tx, activities, step, caller),
  );
}

/** The same in the caller's transaction. */
export async function changeActivityIn(
  tx: Queryable,
  activities: Activities,
  { id, version, reason = '', ...step }: ActivityStep,
  caller: Caller,
): Promise<StoredActivity> {
  const activity = await lockActivity(tx, id);
  if (activity === undefined || !mayRead(activities, activity, caller.actor))
    throw new Refusal('not-found');
  const { action: wanted } = step;
  const asked = typeof wanted === 'function' ? 'correct' : wanted;
  await requireRights(tx, activities, { activity, action: asked }, caller);
  if (activity.version !== version) throw new Refusal('stale', { version: activity.version });
  const action = typeof wanted === 'function' ? wanted(activity) : wanted;
  const status = findNextStatus(activity, action);
  const changed = step.change(activity);
  const beyond = isEntered(action, status)
    ? await checkCount(tx, activities, { ...activity, ...changed }, activity)
    : null;
  if (beyond !== null && reason === '') throw new Refusal('activity-beyond', { beyond });
  const taken =
    beyond === null
      ? { action, status, change: changed }
      : {
          action: 'appeal' as const,
          status: findNextStatus(activity, 'appeal'),
          change: { ...changed, reason },
        };
  if (action === 'restore' && activity.station !== null) {
    const other = await findBoard(tx, activity.district, activity.station);
    if (other !== undefined) throw new Refusal('exists', { activity: other.id });
  }
  const change = { ...taken.change, status: taken.status };
  const by = { action: taken.action, by: caller.actor.name };
  const next = await updateActivity(tx, activity, change, by);
  await writeAudit(tx, toAuditEntry(caller, taken.action, { before: activity, after: next }));
  return next;
}

async function requireRights(
  tx: Queryable,
  activities: Activities,
  { activity, action }: { activity: StoredActivity; action: ActivityAction },
  { actor }: Caller,
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
  const hasPhoto = photo !== null;
  const next = nextStatus({ status, hasPhoto, restoresTo: restoresTo ?? undefined }, action);
  if (next === null) throw new Refusal('not-possible', { status });
  return next;
}

/** Whether its count is entered by this action, and must be within what there is. */
function isEntered(action: ActivityAction, status: ActivityStatus): boolean {
  if (action === 'restore') return status !== 'appealed';
  return action === 'correct' || action === 'complete';
}
