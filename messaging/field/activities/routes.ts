import { z } from 'zod';
import { type Action, rolesFor } from '../../../campaigns/offices/permission.ts';
import { apiError, forOfficers, oneId, refusals } from '../../contract/route.ts';
import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { toAnswer } from '../../platform/http/refusal-answers.ts';
import { addRoutes, serveRoute } from '../../platform/http/serve-route.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type Activities, withOverlaps } from './activities.ts';
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
import type { StoredActivity } from './activities-sql.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import { captureRoutes } from './capture-routes.ts';
import type { Captures } from './captures.ts';
import {
  type ActivityRequest,
  correctActivity,
  decideActivity,
  restoreActivity,
  withdrawActivity,
} from './changes.ts';
import { recordActivity } from './entries.ts';
import { createPhotoReader } from './photo-reader.ts';
import { readingRoutes } from './reading-routes.ts';
import { activityUploadRoutes } from './upload-routes.ts';

/** Activities: entered by districts and the PRO to DGP with the pictures that prove them, approved by zones, read by all offices above. */
export function openActivities(
  options: House & { countOrdered: Activities['countOrdered'] },
): Module & { captures: Captures } {
  const { files, database, campaign, directory, clock, ownerOf, countOrdered } = options;
  const { uploads, decoders, registry } = options;
  const reader = createPhotoReader(decoders);
  const activities: Activities = {
    database,
    directory,
    state: campaign.areas.state,
    firstDay: campaign.goal.startsOn,
    today: clock.today,
    registry,
    countOrdered,
    fleet: campaign.fleet ?? null,
  };
  const photos = files.room('photos');
  const linkHost = () => campaign.links.host;
  const boards = { activities, database, directory, reader, photos, ownerOf, linkHost, clock };
  const attachments = { activities, reader, files: files.room('attachments') };
  return {
    name: 'activities',
    captures: boards,
    register({ forms }) {
      addRoutes(forms, readingRoutes({ activities, photos }));
      addRoutes(forms, entryRoutes(activities));
      addRoutes(forms, decisionRoutes(activities));
      addRoutes(forms, activityUploadRoutes({ boards, uploads, decoders }));
      addRoutes(forms, attachmentRoutes({ attachments, uploads }));
      addRoutes(forms, captureRoutes({ captures: boards, uploads }));
    },
  };
}

export function entryRoutes(activities: Activities) {
  return [
    serveRoute('POST /api/activities', {
      summary: 'Enters an activity; its form is in /api/activities/forms',
      body: entryBody,
      response: { 201: enteredAnswer, ...forOfficers, ...refusals(404, 409) },
      may: 'activity.record',
      handler: async ({ caller, body }) => enter(activities, body, caller),
    }),
    serveRoute('PUT /api/activities/:id', {
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
      may: 'activity.record',
      handler: async ({ caller, params, body }) => ({
        activity: await correctActivity(activities, { ...params, ...body }, caller),
      }),
    }),
    stepRoute('withdraw', {
      summary: 'Takes an activity back',
      may: 'activity.record',
      body: { reason: reasonSchema },
      take: (request, caller) => withdrawActivity(activities, request, caller),
    }),
    stepRoute('restore', {
      summary: 'Puts back an activity that was taken back',
      may: 'activity.record',
      body: {},
      take: (request, caller) => restoreActivity(activities, request, caller),
    }),
  ];
}

/** A step with an activity as it was seen. */
function stepRoute<const Name extends string, Body extends z.ZodRawShape>(
  name: Name,
  step: {
    summary: string;
    may: Action;
    body: Body;
    take(
      request: ActivityRequest & z.output<z.ZodObject<Body>>,
      caller: Caller,
    ): Promise<StoredActivity>;
  },
) {
  return serveRoute(`POST /api/activities/:id/${name}`, {
    summary: step.summary,
    params: oneId,
    body: z.object({ ...seen, ...step.body }),
    response: changed,
    config: { access: rolesFor(step.may) },
    handler: async ({ caller, params, body }) => {
      const request = { ...params, ...(body as object) } as ActivityRequest &
        z.output<z.ZodObject<Body>>;
      return { activity: await step.take(request, caller) };
    },
  });
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
  return [
    stepRoute('approve', {
      summary: 'The zone approves an activity',
      may: 'activity.approve',
      body: { reason: reasonSchema },
      take: (request, caller) =>
        decideActivity(activities, { ...request, action: 'approve' }, caller),
    }),
    stepRoute('reject', {
      summary: 'The zone rejects an activity and says why',
      may: 'activity.approve',
      body: { reason: why },
      take: (request, caller) =>
        decideActivity(activities, { ...request, action: 'reject' }, caller),
    }),
    serveRoute('POST /api/activities/decide', {
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
      may: 'activity.approve',
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
