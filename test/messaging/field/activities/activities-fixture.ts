import { campaignFolder } from '../../../../campaigns/campaign-fs.ts';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { loadRegistry } from '../../../../campaigns/links/registry-fs.ts';
import type { Actor } from '../../../../campaigns/offices/actor.ts';
import type {
  Activities,
  ActivityRequest,
  ActivityRules,
} from '../../../../messaging/field/activities/activities.ts';
import type { StoredActivity } from '../../../../messaging/field/activities/activities-sql.ts';
import {
  type ChangeOutcome,
  changeFound,
  correctActivity,
  findStep,
  type WordRequest,
} from '../../../../messaging/field/activities/changes.ts';
import {
  type NewActivity,
  recordActivity,
} from '../../../../messaging/field/activities/entries.ts';
import { openActivityChanges } from '../../../../messaging/field/activities/held-changes.ts';
import type { HeldActs } from '../../../../messaging/kit/held-acts.ts';
import type { Database } from '../../../../messaging/platform/database/database.ts';
import { inTransaction } from '../../../../messaging/platform/database/transaction.ts';
import { Refusal } from '../../../../messaging/platform/process/refusal.ts';

type Word = Omit<WordRequest, 'id' | 'version'>;
type Correction = Omit<Parameters<typeof correctActivity>[1], 'id' | 'version'>;

const registry = loadRegistry({ campaignFolder: campaignFolder('up-cop') });

export const toCaller = (actor: Actor) => ({ actor, requestId: 'r-1' });

/** The activities of 12 April 2019, of which nothing was ordered. */
export function makeActivities(database: Database, more: Partial<ActivityRules> = {}): Activities {
  const rules = {
    database,
    directory: loadBaseDirectory(),
    state: { hi: 'उत्तर प्रदेश', en: 'Uttar Pradesh' },
    firstDay: '2019-03-27',
    today: () => '2019-04-12',
    registry: () => registry,
    countOrdered: async () => null,
    fleet: null,
    ...more,
  };
  // What waits for a second officer is tried on the whole service.
  const acts: Pick<HeldActs, 'open'> = {
    open: (kind) => (wanted) =>
      inTransaction(database.pool, async (tx) => {
        const effect = { changes: [], findings: [] };
        const done = await kind.apply(tx, wanted.input, { ...wanted, checker: null, effect });
        return { kind: 'done', result: done };
      }),
  };
  return { ...rules, change: openActivityChanges(rules, acts) };
}

/** What comes of it, or why it was refused. */
export function orRefusal<Done>(work: Promise<Done>) {
  return work.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    return { ...error.fields, kind: 'refused' as const, code: error.code };
  });
}

/** The activity as it now is, or why it was refused. */
const settle = (work: Promise<StoredActivity>) =>
  orRefusal(work.then((activity) => ({ kind: 'done' as const, activity })));
const settleChange = (work: Promise<ChangeOutcome>) =>
  settle(
    work.then((outcome) => {
      const [activity] = outcome.kind === 'done' ? outcome.result : [];
      if (activity === undefined) throw new Error('Expected a change to be done, it was held');
      return activity;
    }),
  );

/** Words on entries, all for one reason. */
export async function sayWords(
  activities: Activities,
  actor: Actor,
  requests: readonly WordRequest[],
): Promise<ChangeOutcome> {
  const found = [];
  for (const request of requests) found.push(await findStep(activities, request, toCaller(actor)));
  const reason = requests[0]?.reason ?? '';
  return changeFound(activities, { found, reason }, toCaller(actor));
}

/** What officers do with activities. */
export function workOn(activities: Activities) {
  const say = (actor: Actor, request: ActivityRequest, word: Word) =>
    settleChange(sayWords(activities, actor, [{ ...request, ...word }]));
  return {
    record: (actor: Actor, entry: unknown, more: Omit<NewActivity, 'entry'> = {}) =>
      settle(recordActivity(activities, { entry, ...more }, toCaller(actor))),
    decide: say,
    correct: (actor: Actor, request: ActivityRequest, correction: Correction) =>
      settleChange(correctActivity(activities, { ...request, ...correction }, toCaller(actor))),
    withdraw: (actor: Actor, request: ActivityRequest, reason: string) =>
      say(actor, request, { action: 'withdraw', reason }),
    restore: (actor: Actor, request: ActivityRequest) =>
      say(actor, request, { action: 'restore', reason: '' }),
  };
}
