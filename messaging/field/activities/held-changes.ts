import { activityForms } from '../../../campaigns/activities/activity-kinds.ts';
import {
  type ActivityAction,
  countedStatuses,
  verifiedStatuses,
} from '../../../campaigns/activities/activity-status.ts';
import { isBounded } from '../../../campaigns/activities/exceeded-count.ts';
import type { Change, Effect } from '../../../campaigns/held-acts/effect.ts';
import {
  type CountedEntry,
  judgeActivities,
  type RiseRule,
} from '../../../campaigns/held-acts/judge-activities.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { activityStatusWords } from '../../../campaigns/words/activity-words.ts';
import type { HeldActs } from '../../kit/held-acts.ts';
import { queryRows } from '../../platform/database/sql.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Activities, ActivityRules, ActivitySteps } from './activities.ts';
import { readCounted, type StoredActivity, selectActivities } from './activities-sql.ts';
import { findStationNames } from './activity-answers.ts';
import { doStep, prepareStep } from './changes.ts';

/** Opens the door by which entries change: what takes something from a public figure, or moves it far, is held. */
export function openActivityChanges(
  activities: ActivityRules,
  heldActs: Pick<HeldActs, 'open'>,
): Activities['change'] {
  return heldActs.open<ActivitySteps, StoredActivity[]>({
    kind: 'activity',
    title: ['प्रविष्टियों में बदलाव', 'Changes of entries'],
    may: 'activity.approve',
    movesLeague: true,
    judge: (tx, input) => judgeSteps(tx, activities, input),
    async apply(tx, { steps, reason }, by) {
      const done = [];
      for (const step of steps) done.push(await doStep(tx, activities, { ...step, reason }, by));
      return done;
    },
  });
}

const decisions: readonly ActivityAction[] = ['approve', 'reject', 'reopen'];

/** Judges by what all entries of these kinds count; what takes nothing from a figure and adds nothing to one is not looked up. */
async function judgeSteps(
  tx: Queryable,
  activities: ActivityRules,
  { by, steps, reason }: ActivitySteps,
): Promise<Effect> {
  const moved: { before: StoredActivity; after: StoredActivity }[] = [];
  for (const step of steps) {
    const { before, change } = await prepareStep(tx, activities, { ...step, reason }, by);
    moved.push({ before, after: { ...before, ...change } });
  }
  if (moved.every(({ before, after }) => sameCounts(before, after))) return unmoved;
  const kinds = [...new Set(moved.map(({ before }) => before.kind))];
  const own = new Map(moved.map((each) => [each.before.id, each.before]));
  const earlier = (await readUndecided(tx, by, '1 day')).filter(({ kind }) => kinds.includes(kind));
  const decided = earlier.flatMap(({ id }) => (own.has(id) ? [] : id));
  const others = [
    ...(await readCounted(tx, kinds, [...own.keys(), ...decided])),
    ...(await selectActivities(tx, 'WHERE id = ANY ($1::bigint[])', [decided])),
  ];
  const before = [...others, ...own.values()];
  const byId = new Map(earlier.map((entry) => [entry.id, entry]));
  const settled = before.map((entry) => byId.get(entry.id) ?? entry);
  const after = [...others, ...moved.map((each) => each.after)];
  const effect = judgeActivities({ settled, before, after }, findRule(steps, moved));
  const { findings } = effect;
  if (findings.length === 0 || (await isOwnUndo(tx, { by, steps }))) return unmoved;
  return {
    changes: [
      ...moved.slice(0, mostNamed).map((each) => toChange(each, activities)),
      ...effect.changes,
    ],
    findings,
  };
}

const unmoved: Effect = { changes: [], findings: [] };
/** Entries that are named; of the others the figures tell. */
const mostNamed = 10;

function sameCounts(...entries: CountedEntry[]): boolean {
  const [one, other] = entries.map(({ day, details, status }) =>
    JSON.stringify([
      day,
      details,
      countedStatuses.includes(status),
      verifiedStatuses.includes(status),
    ]),
  );
  return one === other;
}

function findRule(
  steps: ActivitySteps['steps'],
  moved: readonly { before: StoredActivity }[],
): RiseRule {
  if (steps.every(({ action }) => decisions.includes(action))) return 'decided';
  const isWithin = moved.every(
    ({ before: { kind, status } }) => isBounded(kind) && countedStatuses.includes(status),
  );
  return isWithin ? 'bounded' : 'any';
}

function toChange(
  { before, after }: Record<'before' | 'after', StoredActivity>,
  { directory, state }: ActivityRules,
): Change {
  const { hi, en } = activityForms[before.kind].title;
  const { nameHi = state.hi, nameEn = state.en } =
    directory.districts.find(({ id }) => id === before.district) ?? {};
  const place = findStationNames(before, directory) ?? { hi: nameHi, en: nameEn };
  const say = ({ status }: StoredActivity) => ({
    hi: activityStatusWords.hi[status],
    en: activityStatusWords.en[status],
  });
  const what = { hi: `${before.id}. ${hi}: ${place.hi}`, en: `${before.id}. ${en}: ${place.en}` };
  return { what, before: say(before), after: say(after), aside: true };
}

/** Entries as they were before this office alone decided on them lately: several small decisions are judged as one. */
async function readUndecided(
  tx: Queryable,
  { id }: Actor,
  during: string,
): Promise<CountedEntry[]> {
  const rows = await queryRows<{ before: CountedEntry }>(tx)`
    SELECT DISTINCT ON (subject) before FROM audit_entry
    WHERE at > now() - ${during}::interval AND actor_id IN (SELECT office_accounts(${id}))
      AND action = ANY (${decisions.map((action) => `activity.${action}`)}::text[])
      AND after::jsonb->>'acceptedBy' IS NULL ORDER BY subject, id`;
  return rows.map(({ before }) => before);
}

/** Whether an officer takes back what that officer alone decided last, within the hour. */
async function isOwnUndo(
  tx: Queryable,
  { by, steps }: Pick<ActivitySteps, 'by' | 'steps'>,
): Promise<boolean> {
  if (!steps.every(({ action }) => action === 'reopen')) return false;
  const rows = await queryRows<{ own: boolean }>(tx)`
    SELECT DISTINCT ON (subject) actor_id = ${by.id} AND at > now() - interval '1 hour'
      AND action = 'activity.approve' AND after::jsonb->>'acceptedBy' IS NULL AS own
    FROM audit_entry WHERE subject = ANY (${steps.map(({ id }) => `activity/${id}`)}::text[])
    ORDER BY subject, id DESC`;
  return rows.length === steps.length && rows.every(({ own }) => own);
}
