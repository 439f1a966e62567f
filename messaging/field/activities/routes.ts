import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import {
  activityRoutes,
  type DecideBody,
  type EntryBody,
} from '../../contract/field/activities.ts';
import { toAnswer } from '../../platform/http/refusal-answers.ts';
import type { Caller } from '../../platform/process/caller.ts';
import type { Activities } from './activities.ts';
import { answer, toRefusal } from './activity-answers.ts';
import { registerAttachments } from './attachment-routes.ts';
import type { Attachments } from './attachments.ts';
import { registerCaptures } from './capture-routes.ts';
import { correctActivity, decideActivity, restoreActivity, withdrawActivity } from './changes.ts';
import { withOverlaps } from './cinema-overlaps.ts';
import { recordActivity } from './entries.ts';
import { registerReading } from './reading-routes.ts';
import { type ActivityUploads, registerActivityUploads } from './upload-routes.ts';

/** Activities: entered by districts and the PRO to DGP, approved by zones, read by all offices above. */
export function registerActivities(
  app: FastifyInstance,
  uploads: ActivityUploads & { attachments: Attachments },
): void {
  const { activities, photos } = uploads.boards;
  registerReading(app, { activities, photos });
  registerEntries(app, activities);
  registerDecisions(app, activities);
  registerActivityUploads(app, uploads);
  registerAttachments(app, uploads);
  registerCaptures(app, { captures: uploads.boards, uploads: uploads.uploads });
}

function registerEntries(app: FastifyInstance, activities: Activities): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('activity.record') };

  routes.route({
    ...activityRoutes.enter,
    config,
    handler: async ({ caller, body }, reply) => {
      const outcome = await enter(activities, body, caller);
      return 'kind' in outcome ? answer(reply, outcome) : reply.code(201).send(outcome);
    },
  });
  routes.route({
    ...activityRoutes.correct,
    config,
    handler: async ({ caller, params, body }, reply) =>
      answer(reply, await correctActivity(activities, { ...params, ...body }, caller)),
  });
  routes.route({
    ...activityRoutes.withdraw,
    config,
    handler: async ({ caller, params, body }, reply) =>
      answer(reply, await withdrawActivity(activities, { ...params, ...body }, caller)),
  });
  routes.route({
    ...activityRoutes.restore,
    config,
    handler: async ({ caller, params, body }, reply) =>
      answer(reply, await restoreActivity(activities, { ...params, ...body }, caller)),
  });
}

async function enter(
  activities: Activities,
  { station, key, reason, ...rest }: EntryBody,
  caller: Caller,
) {
  const entry = station == null ? rest : { ...rest, station };
  const outcome = await recordActivity(activities, { entry, key, reason }, caller);
  if (outcome.kind === 'refused') return outcome;
  const { activity } = outcome;
  const [entered] = await withOverlaps(activities.database.pool, [activity]);
  return { activity, overlaps: entered?.overlaps ?? [] };
}

function registerDecisions(app: FastifyInstance, activities: Activities): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('activity.approve') };

  routes.route({
    ...activityRoutes.approve,
    config,
    handler: async ({ caller, params, body }, reply) => {
      const decision = { ...params, ...body, action: 'approve' as const };
      return answer(reply, await decideActivity(activities, decision, caller));
    },
  });
  routes.route({
    ...activityRoutes.reject,
    config,
    handler: async ({ caller, params, body }, reply) => {
      const decision = { ...params, ...body, action: 'reject' as const };
      return answer(reply, await decideActivity(activities, decision, caller));
    },
  });
  routes.route({
    ...activityRoutes.decide,
    config,
    handler: async ({ caller, body }) => ({
      results: await decideAll(activities, body, caller),
    }),
  });
}

async function decideAll(
  activities: Activities,
  { action, reason, entries }: DecideBody,
  caller: Caller,
) {
  const results = [];
  for (const entry of entries) {
    const outcome = await decideActivity(activities, { ...entry, action, reason }, caller);
    results.push(
      outcome.kind === 'done'
        ? { id: entry.id, activity: outcome.activity, refusal: null }
        : { id: entry.id, activity: null, refusal: toAnswer(toRefusal(outcome)).body },
    );
  }
  return results;
}
