import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { apiError, forOfficers, oneId, refusals } from '../../contract/route.ts';
import { toAnswer } from '../../platform/http/refusal-answers.ts';
import { addRoutes, serveRoute } from '../../platform/http/serve-route.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Activities } from './activities.ts';
import { withOverlaps } from './activities.ts';
import {
  activity as activitySchema,
  beyondWhy,
  changed,
  type DecideBody,
  day,
  decideBody,
  type EntryBody,
  enteredAnswer,
  entryBody,
  reason as reasonSchema,
  seen,
  typed,
  typedDetails,
  why,
} from './activities-schemas.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import type { Attachments } from './attachments.ts';
import { captureRoutes } from './capture-routes.ts';
import { correctActivity, decideActivity, restoreActivity, withdrawActivity } from './changes.ts';
import { recordActivity } from './entries.ts';
import { readingRoutes } from './reading-routes.ts';
import { type ActivityUploads, activityUploadRoutes } from './upload-routes.ts';

/** Activities: entered by districts and the PRO to DGP, approved by zones, read by all offices above. */
export function registerActivities(
  app: FastifyInstance,
  uploads: ActivityUploads & { attachments: Attachments },
): void {
  const { activities, photos } = uploads.boards;
  addRoutes(app, readingRoutes({ activities, photos }));
  addRoutes(app, entryRoutes(activities));
  addRoutes(app, decisionRoutes(activities));
  addRoutes(app, activityUploadRoutes(uploads));
  addRoutes(app, attachmentRoutes(uploads));
  addRoutes(app, captureRoutes({ captures: uploads.boards, uploads: uploads.uploads }));
}

export function entryRoutes(activities: Activities) {
  const config = { access: rolesFor('activity.record') };
  return [
    serveRoute({
      method: 'POST',
      url: '/api/activities',
      schema: {
        summary: 'Enters an activity; its form is in /api/activities/forms',
        body: entryBody,
        response: { 201: enteredAnswer, ...forOfficers, ...refusals(404, 409) },
      },
      config,
      handler: async ({ caller, body }, reply) => {
        return reply.code(201).send(await enter(activities, body, caller));
      },
    }),
    serveRoute({
      method: 'PUT',
      url: '/api/activities/:id',
      schema: {
        summary: 'Corrects day, details and remark; `version` is the one that was seen',
        params: oneId,
        body: z.object({
          ...seen,
          day: day.optional(),
          details: typedDetails.default({}),
          remark: typed.default(''),
          reason: beyondWhy,
        }),
        response: changed,
      },
      config,
      handler: async ({ caller, params, body }) => ({
        activity: await correctActivity(activities, { ...params, ...body }, caller),
      }),
    }),
    serveRoute({
      method: 'POST',
      url: '/api/activities/:id/withdraw',
      schema: {
        summary: 'Takes an activity back',
        params: oneId,
        body: z.object({ ...seen, reason: reasonSchema }),
        response: changed,
      },
      config,
      handler: async ({ caller, params, body }) => ({
        activity: await withdrawActivity(activities, { ...params, ...body }, caller),
      }),
    }),
    serveRoute({
      method: 'POST',
      url: '/api/activities/:id/restore',
      schema: {
        summary: 'Puts back an activity that was taken back',
        params: oneId,
        body: z.object(seen),
        response: changed,
      },
      config,
      handler: async ({ caller, params, body }) => ({
        activity: await restoreActivity(activities, { ...params, ...body }, caller),
      }),
    }),
  ];
}

async function enter(
  activities: Activities,
  { station, key, reason, ...rest }: EntryBody,
  caller: Caller,
) {
  const entry = station == null ? rest : { ...rest, station };
  const activity = await recordActivity(activities, { entry, key, reason }, caller);
  const [entered] = await withOverlaps(activities.database.pool, [activity]);
  return { activity, overlaps: entered?.overlaps ?? [] };
}

export function decisionRoutes(activities: Activities) {
  const config = { access: rolesFor('activity.approve') };
  return [
    serveRoute({
      method: 'POST',
      url: '/api/activities/:id/approve',
      schema: {
        summary: 'The zone approves an activity',
        params: oneId,
        body: z.object({ ...seen, reason: reasonSchema }),
        response: changed,
      },
      config,
      handler: async ({ caller, params, body }) => {
        const decision = { ...params, ...body, action: 'approve' as const };
        return { activity: await decideActivity(activities, decision, caller) };
      },
    }),
    serveRoute({
      method: 'POST',
      url: '/api/activities/:id/reject',
      schema: {
        summary: 'The zone rejects an activity and says why',
        params: oneId,
        body: z.object({ ...seen, reason: why }),
        response: changed,
      },
      config,
      handler: async ({ caller, params, body }) => {
        const decision = { ...params, ...body, action: 'reject' as const };
        return { activity: await decideActivity(activities, decision, caller) };
      },
    }),
    serveRoute({
      method: 'POST',
      url: '/api/activities/decide',
      schema: {
        summary:
          'The zone approves or rejects several activities for one reason, or takes its decisions back; each is done or refused by itself',
        body: decideBody,
        response: {
          200: z.object({
            results: z.array(
              z.object({
                id: z.int(),
                activity: activitySchema.nullable().describe('Null where it was refused'),
                refusal: apiError.nullable(),
              }),
            ),
          }),
          ...forOfficers,
        },
      },
      config,
      handler: async ({ caller, body }) => ({
        results: await decideAll(activities, body, caller),
      }),
    }),
  ];
}

async function decideAll(
  activities: Activities,
  { action, reason, entries }: DecideBody,
  caller: Caller,
) {
  const results = [];
  for (const entry of entries) {
    const { id } = entry;
    try {
      const activity = await decideActivity(activities, { ...entry, action, reason }, caller);
      results.push({ id, activity, refusal: null });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      results.push({ id, activity: null, refusal: toAnswer(error).body });
    }
  }
  return results;
}
