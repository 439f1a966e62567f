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
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { Caller } from '../../platform/process/caller.ts';
import {
  type Activities,
  type ActivityOutcome,
  type ActivityRefusal,
  findPlace,
  judgeApprover,
  mayRead,
  notAllowed,
  notFound,
  pickAttachments,
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
  change: (activity: StoredActivity) => ActivityChange | ActivityRefusal;
  /** Why a count goes beyond what was ordered or what there is. */
  reason?: string;
}

/** Changes the day, the details and the remark; to change kind or station, take the activity back and enter it again. */
export async function correctActivity(
  activities: Activities,
  request: ActivityRequest &
    Pick<ActivityEntry, 'details' | 'remark'> & { day?: Day | undefined; reason?: string },
  caller: Caller,
): Promise<ActivityOutcome> {
  const { id, version, reason = '', ...fields } = request;
  const correct = (activity: StoredActivity) => {
    const { kind, district, station, day: formerDay, details: former } = activity;
    const entry = { day: formerDay, ...fields, kind, district, station };
    const checked = checkActivity(activities, entry, former);
    if (checked.kind === 'refused') return checked;
    const { day, details, remark } = checked.entry;
    return { day, details: { ...details, ...pickAttachments(activity) }, remark };
  };
  const action = (activity: StoredActivity) => {
    const next = correct(activity);
    return 'code' in next || !isCompletion(activity, next) ? 'correct' : 'complete';
  };
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
): Promise<ActivityOutcome> {
  const restoresTo = (status: ActivityStatus) => (openStatuses.includes(status) ? status : null);
  const change = ({ status }: StoredActivity) => ({ reason, restoresTo: restoresTo(status) });
  return changeActivity(activities, { ...request, change }, caller);
}

export async function withdrawActivity(
  activities: Activities,
  { reason, ...request }: ActivityRequest & { reason: string },
  caller: Caller,
): Promise<ActivityOutcome> {
  const change = ({ status }: StoredActivity) => ({ reason, restoresTo: status });
  return changeActivity(activities, { ...request, action: 'withdraw', change }, caller);
}

export async function restoreActivity(
  activities: Activities,
  request: ActivityRequest,
  caller: Caller,
): Promise<ActivityOutcome> {
  const change = () => ({ reason: '', restoresTo: null });
  return changeActivity(activities, { ...request, action: 'restore', change }, caller);
}

export async function changeActivity(
  activities: Activities,
  step: ActivityStep,
  caller: Caller,
): Promise<ActivityOutcome> {
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
): Promise<ActivityOutcome> {
  const activity = await lockActivity(tx, id);
  if (activity === undefined || !mayRead(activities, activity, caller.actor)) return notFound;
  const action = typeof step.action === 'function' ? step.action(activity) : step.action;
  const barred = await checkRights(tx, activities, { activity, action }, caller);
  if (barred !== null) return barred;
  if (activity.version !== version)
    return { kind: 'refused', code: 'stale', version: activity.version };
  const status = findNextStatus(activity, action);
  if (status === null) return notPossible(activity);
  const changed = step.change(activity);
  if ('code' in changed) return changed;
  const beyond = isEntered(action, status)
    ? await checkCount(tx, activities, { ...activity, ...changed }, activity)
    : null;
  if (beyond !== null && reason === '') return { kind: 'refused', code: 'activity-beyond', beyond };
  const taken =
    beyond === null
      ? { action, status, change: changed }
      : {
          action: 'appeal' as const,
          status: findNextStatus(activity, 'appeal'),
          change: { ...changed, reason },
        };
  if (taken.status === null) return notPossible(activity);
  if (action === 'restore' && activity.station !== null) {
    const other = await findBoard(tx, activity.district, activity.station);
    if (other !== undefined) return { kind: 'refused', code: 'exists', activity: other.id };
  }
  const change = { ...taken.change, status: taken.status };
  const by = { action: taken.action, by: caller.actor.name };
  const next = await updateActivity(tx, activity, change, by);
  await writeAudit(tx, toAuditEntry(caller, taken.action, { before: activity, after: next }));
  return { kind: 'done', activity: next };
}

async function checkRights(
  tx: Queryable,
  activities: Activities,
  { activity, action }: { activity: StoredActivity; action: ActivityAction },
  { actor }: Caller,
): Promise<ActivityRefusal | null> {
  const place = findPlace(activities, activity.district) ?? 'state';
  const isDecision = action === 'approve' || action === 'reject' || action === 'reopen';
  const isAllowed = isDecision
    ? can(actor, 'activity.approve', place)
    : mayRecord(actor, activity.kind, place);
  if (!isAllowed) return notAllowed;
  if (action !== 'approve') return null;
  const { bar, openedBy } = await judgeApprover(tx, actor, activity.id);
  return bar === null ? null : { kind: 'refused', code: bar, openedBy };
}

function findNextStatus(
  { status, photo, restoresTo }: StoredActivity,
  action: ActivityAction,
): ActivityStatus | null {
  const hasPhoto = photo !== null;
  return nextStatus({ status, hasPhoto, restoresTo: restoresTo ?? undefined }, action);
}

/** Whether its count is entered by this action, and must be within what there is. */
function isEntered(action: ActivityAction, status: ActivityStatus): boolean {
  if (action === 'restore') return status !== 'appealed';
  return action === 'correct' || action === 'complete';
}

function notPossible({ status }: StoredActivity): ActivityRefusal {
  return { kind: 'refused', code: 'not-possible', status };
}
