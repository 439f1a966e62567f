import type {
  Activity,
  ActivityDetails,
  ActivityEntry,
} from '../../../campaigns/activities/activity.ts';
import { attachmentFields } from '../../../campaigns/activities/activity-kinds.ts';
import {
  type ActivityAction,
  type ActivityStatus,
  countedStatuses,
  nextStatus,
} from '../../../campaigns/activities/activity-status.ts';
import {
  type Beyond,
  findBeyond,
  isBounded,
  readBounded,
} from '../../../campaigns/activities/beyond.ts';
import { checkEntry, type EntryIssue } from '../../../campaigns/activities/check-entry.ts';
import { isCompletion } from '../../../campaigns/activities/completion.ts';
import { mayReadActivities, mayRecord } from '../../../campaigns/activities/rights.ts';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { type Directory, stationsOf } from '../../../campaigns/directory/station.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { can, type Place } from '../../../campaigns/offices/permission.ts';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import type { SecondPersonBar } from '../../contract/people/second-person.ts';
import { judgeSecondPerson } from '../../people/accounts/second-person.ts';
import { readMakers } from '../../people/accounts/second-person-sql.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { hasPhoneNumber } from '../../platform/http/free-text.ts';
import type { Caller } from '../../platform/process/caller.ts';
import {
  type ActivityChange,
  findActivity,
  findBoard,
  insertActivity,
  lockActivity,
  type StoredActivity,
  updateActivity,
} from './activities-sql.ts';

import { lockCounted, sumCounted } from './counted-sql.ts';
import { dropKey, findEntry, keepEntry, takeKey } from './entry-keys-sql.ts';

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

export interface ActivityBookDependencies {
  database: Database;
  directory: Directory;
  /** Of whose districts entries are. */
  state: Bilingual;
  /** First day of the campaign. */
  firstDay: Day;
  today: () => Day;
  /** Pamphlets that a district has ordered; null where it ordered none. */
  countOrdered?: (tx: Queryable, district: string) => Promise<number | null>;
  /** Vehicles of the state; null where nobody knows. */
  fleet?: number | null;
}

/** A change that an officer asks for; the version is the one that was seen. */
export interface ActivityRequest {
  id: number;
  version: number;
}

type ActionOn = ActivityAction | ((activity: StoredActivity) => ActivityAction);
type ChangeOf = (activity: StoredActivity) => ActivityChange | ActivityRefusal;

export type ActivityBook = ReturnType<typeof createActivityBook>;

/** Enters and changes activities by the rules of campaigns/activities, each with its history and its line in the audit log. */
export function createActivityBook({
  database,
  directory,
  state,
  firstDay,
  today,
  countOrdered = async () => null,
  fleet = null,
}: ActivityBookDependencies) {
  const { pool } = database;
  const districts = new Map(directory.districts.map((district) => [district.id, district]));

  /** Where an activity belongs; undefined for a district that is none. */
  function placeOf(district: string): Place | undefined {
    return district === '' ? 'state' : districts.get(district);
  }

  /** What an officer may not read is not there for that officer. */
  function mayRead(actor: Actor, { district }: Pick<StoredActivity, 'district'>): boolean {
    const place = placeOf(district);
    return place !== undefined && mayReadActivities(actor, place);
  }

  /**
   * Checks an entry as a form, a row or a request gives it.
   * @param former details of the entry that is corrected
   */
  function check(
    given: unknown,
    former: ActivityDetails | null = null,
  ): { kind: 'entry'; entry: ActivityEntry } | ActivityRefusal {
    const checked = checkEntry(given, { first: firstDay, last: today() }, former);
    if ('issues' in checked) {
      return { kind: 'refused', code: 'wrong-entry', issues: checked.issues };
    }
    const { entry } = checked;
    const { district, station, remark, details } = entry;
    const wrong = (path: string, found: string, expected: Bilingual): ActivityRefusal => ({
      kind: 'refused',
      code: 'wrong-entry',
      issues: [{ path, message: `Expected ${expected.en}${found}`, expected }],
    });
    if (placeOf(district) === undefined)
      return wrong('district', `, got "${district}"`, {
        hi: `${state.hi} का जनपद`,
        en: 'a district',
      });
    if (station !== null && !stationsOf(directory, district).some(({ id }) => id === station)) {
      const expected = { hi: 'जनपद का थाना', en: `a station of ${district}` };
      return wrong('station', `, got "${station}"`, expected);
    }
    // Lists come here too, which no request's words are looked at for.
    const [place] =
      Object.entries({ remark, ...details }).find(([, text]) => withNumber(text)) ?? [];
    if (place !== undefined)
      return wrong(place, '', { hi: 'बिना मोबाइल नम्बर का पाठ', en: 'no phone number' });
    return { kind: 'entry', entry };
  }

  /** What an entry says more than `former` did, and beyond what was ordered or what there is. */
  async function beyondOf(
    tx: Queryable,
    entry: Pick<ActivityEntry, 'kind' | 'district' | 'details'>,
    former: StoredActivity | null,
  ): Promise<Beyond | null> {
    const { kind, district } = entry;
    if (!isBounded(kind)) return null;
    // What was rejected or taken back stands for nothing.
    const stood = former !== null && standingStatuses.includes(former.status) ? former : null;
    if (stood !== null && readBounded(kind, entry) <= readBounded(kind, stood)) return null;
    const ofState = kind === 'vehicle';
    const place = { kind, district: ofState ? null : district };
    await lockCounted(tx, place);
    const available = ofState ? fleet : await countOrdered(tx, district);
    const counted = await sumCounted(tx, place, former?.id ?? null);
    return findBeyond({ kind, details: entry.details }, { available, counted });
  }

  /**
   * @param key drawn by the sender: what was entered by it before is answered again
   * @param why it goes beyond what was ordered or what there is; it counts once the zone has approved it
   */
  async function record(
    { actor, requestId }: Caller,
    given: unknown,
    { key, why = '' }: { key?: string | undefined; why?: string } = {},
  ): Promise<ActivityOutcome> {
    const checked = check(given);
    if (checked.kind === 'refused') return checked;
    const { entry } = checked;
    if (!mayRecord(actor, entry.kind, placeOf(entry.district) ?? 'state')) return notAllowed;
    return inTransaction(pool, async (tx) => {
      if (key === undefined) return insert(tx, { actor, requestId }, entry, why);
      const entryKey = { person: actor.id, key };
      if (!(await takeKey(tx, entryKey))) {
        const kept = await findEntry(tx, entryKey);
        const activity = kept && (await findActivity(tx, kept.activity));
        return activity === undefined ? notFound : { kind: 'done', activity };
      }
      const outcome = await insert(tx, { actor, requestId }, entry, why);
      if (outcome.kind === 'done') {
        await keepEntry(tx, entryKey, { activity: outcome.activity.id, proof: null });
      } else await dropKey(tx, entryKey);
      return outcome;
    });
  }

  /** Enters what was checked before, in the caller's transaction. */
  async function insert(
    tx: Queryable,
    asked: Caller,
    entry: ActivityEntry,
    why = '',
  ): Promise<ActivityOutcome> {
    const beyond = await beyondOf(tx, entry, null);
    if (beyond !== null && why === '') return { kind: 'refused', code: 'activity-beyond', beyond };
    const appeal = beyond === null ? {} : { appeal: why };
    const activity = await insertActivity(tx, entry, { name: asked.actor.name, ...appeal });
    if (activity === undefined) {
      const board = await findBoard(tx, entry.district, entry.station ?? '');
      return { kind: 'refused', code: 'exists', activity: board?.id ?? 0 };
    }
    await writeAudit(tx, auditOf(asked, 'enter', { after: activity }));
    return { kind: 'done', activity };
  }

  /** Applies an action to an activity as it now is; `change` is asked for what goes with the new status. */
  async function act(
    asked: Caller,
    request: ActivityRequest,
    actionOn: ActionOn,
    change: ChangeOf,
  ): Promise<ActivityOutcome> {
    return inTransaction(pool, (tx) => actIn(tx, asked, request, { actionOn, change }));
  }

  /** The same in the caller's transaction. */
  async function actIn(
    tx: Queryable,
    asked: Caller,
    { id, version }: ActivityRequest,
    { actionOn, change, why = '' }: { actionOn: ActionOn; change: ChangeOf; why?: string },
  ): Promise<ActivityOutcome> {
    const activity = await lockActivity(tx, id);
    const place = activity === undefined ? undefined : placeOf(activity.district);
    if (activity === undefined || place === undefined || !mayRead(asked.actor, activity))
      return notFound;
    const action = typeof actionOn === 'function' ? actionOn(activity) : actionOn;
    const decides = action === 'approve' || action === 'reject';
    const allowed = decides
      ? can(asked.actor, 'activity.approve', place)
      : mayRecord(asked.actor, activity.kind, place);
    if (!allowed) return notAllowed;
    if (action === 'approve') {
      const { bar, openedBy } = await judgeSecond(tx, asked.actor, id);
      if (bar !== null) return { kind: 'refused', code: bar, openedBy };
    }
    if (activity.version !== version)
      return { kind: 'refused', code: 'stale', version: activity.version };
    const state = {
      status: activity.status,
      hasPhoto: activity.photo !== null,
      restoresTo: activity.restoresTo ?? undefined,
    };
    const wanted = nextStatus(state, action);
    if (wanted === null) return notPossible(activity);
    const changed = change(activity);
    if ('code' in changed) return changed;
    const isEntered =
      action === 'correct' ||
      action === 'complete' ||
      (action === 'restore' && wanted !== 'appealed');
    const beyond = isEntered ? await beyondOf(tx, { ...activity, ...changed }, activity) : null;
    if (beyond !== null && why === '') return { kind: 'refused', code: 'activity-beyond', beyond };
    const taken = beyond === null ? action : 'appeal';
    const status = beyond === null ? wanted : nextStatus(state, taken);
    if (status === null) return notPossible(activity);
    if (action === 'restore' && activity.station !== null) {
      const other = await findBoard(tx, activity.district, activity.station);
      if (other !== undefined) return { kind: 'refused', code: 'exists', activity: other.id };
    }
    const next = await updateActivity(
      tx,
      activity,
      { ...changed, ...(beyond !== null && { reason: why }), status },
      { action: taken, by: asked.actor.name },
    );
    await writeAudit(tx, auditOf(asked, taken, { before: activity, after: next }));
    return { kind: 'done', activity: next };
  }

  return {
    placeOf,
    mayRead,
    papersOf,
    check,
    record,
    insert,
    act,
    actIn,
    /** Changes the day, the details and the remark; kind and station stay: take the activity back and enter anew. */
    correct: (
      asked: Caller,
      request: ActivityRequest,
      {
        why = '',
        ...given
      }: Pick<ActivityEntry, 'details' | 'remark'> & { day?: Day | undefined; why?: string },
    ): Promise<ActivityOutcome> => {
      const corrected = (activity: StoredActivity) => {
        const { kind, district, station, details: former } = activity;
        const entry = { day: activity.day, ...given, kind, district, station };
        const checked = check(entry, former);
        if (checked.kind === 'refused') return checked;
        const { day, details, remark } = checked.entry;
        return { day, details: { ...details, ...papersOf(activity) }, remark };
      };
      const actionOn = (activity: StoredActivity) => {
        const next = corrected(activity);
        return 'code' in next || !isCompletion(activity, next) ? 'correct' : 'complete';
      };
      return inTransaction(pool, (tx) =>
        actIn(tx, asked, request, { actionOn, change: corrected, why }),
      );
    },
    decide: (
      asked: Caller,
      request: ActivityRequest,
      decision: { action: 'approve' | 'reject'; reason: string },
    ) => act(asked, request, decision.action, () => ({ reason: decision.reason })),
    withdraw: (asked: Caller, request: ActivityRequest, reason: string) =>
      act(asked, request, 'withdraw', ({ status }) => ({ reason, restoresTo: status })),
    restore: (asked: Caller, request: ActivityRequest) =>
      act(asked, request, 'restore', () => ({ reason: '', restoresTo: null })),
  };
}

/** Whether the officer is a second person beside those who entered, corrected or proved it. */
export async function judgeSecond(tx: Queryable, { id: officer }: Actor, id: number) {
  const subject = `activity/${id}`;
  const makers = await readMakers(tx, subject, makingActions);
  return judgeSecondPerson(tx, officer, makers);
}

const makingActions = ['enter', 'correct', 'complete', 'prove', 'leave-open', 'appeal'].map(
  (verb) => `activity.${verb}`,
);

/** Entries that count, or that a second officer has before him. */
const standingStatuses: readonly ActivityStatus[] = [...countedStatuses, 'appealed'];

export const notFound: ActivityRefusal = { kind: 'refused', code: 'not-found' };
export const notAllowed: ActivityRefusal = { kind: 'refused', code: 'not-allowed' };

function notPossible({ status }: StoredActivity): ActivityRefusal {
  return { kind: 'refused', code: 'not-possible', status };
}

export function auditOf(
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

/** The papers of an activity: no request says what is in them. */
function papersOf({ kind, details }: StoredActivity): ActivityDetails {
  const names = attachmentFields(kind).map(({ name }) => name);
  return Object.fromEntries(Object.entries(details).filter(([name]) => names.includes(name)));
}

function withNumber(text: unknown): boolean {
  return [text].flat().some((part) => typeof part === 'string' && hasPhoneNumber(part));
}
