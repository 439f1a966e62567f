import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import type { Actor } from '../../../../campaigns/offices/actor.ts';
import type { Activities } from '../../../../messaging/field/activities/activities.ts';
import type { StoredActivity } from '../../../../messaging/field/activities/activities-sql.ts';
import {
  type ActivityRequest,
  correctActivity,
  decideActivity,
  restoreActivity,
  withdrawActivity,
} from '../../../../messaging/field/activities/changes.ts';
import {
  type NewActivity,
  recordActivity,
} from '../../../../messaging/field/activities/entries.ts';
import type { Database } from '../../../../messaging/platform/database/database.ts';
import { Refusal } from '../../../../messaging/platform/process/refusal.ts';

type Decision = Pick<Parameters<typeof decideActivity>[1], 'action' | 'reason'>;
type Correction = Omit<Parameters<typeof correctActivity>[1], 'id' | 'version'>;

export const toCaller = (actor: Actor) => ({ actor, requestId: 'r-1' });

/** The activities of 12 April 2019, of which nothing was ordered. */
export const makeActivities = (database: Database, more: Partial<Activities> = {}): Activities => ({
  database,
  directory: loadBaseDirectory(),
  state: { hi: 'उत्तर प्रदेश', en: 'Uttar Pradesh' },
  firstDay: '2019-03-27',
  today: () => '2019-04-12',
  countOrdered: async () => null,
  fleet: null,
  ...more,
});

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

/** What officers do with activities. */
export const workOn = (activities: Activities) => ({
  record: (actor: Actor, entry: unknown, more: Omit<NewActivity, 'entry'> = {}) =>
    settle(recordActivity(activities, { entry, ...more }, toCaller(actor))),
  decide: (actor: Actor, request: ActivityRequest, decision: Decision) =>
    settle(decideActivity(activities, { ...request, ...decision }, toCaller(actor))),
  correct: (actor: Actor, request: ActivityRequest, correction: Correction) =>
    settle(correctActivity(activities, { ...request, ...correction }, toCaller(actor))),
  withdraw: (actor: Actor, request: ActivityRequest, reason: string) =>
    settle(withdrawActivity(activities, { ...request, reason }, toCaller(actor))),
  restore: (actor: Actor, request: ActivityRequest) =>
    settle(restoreActivity(activities, request, toCaller(actor))),
});
