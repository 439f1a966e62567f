import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Action, rolesFor } from '../../../campaigns/offices/permission.ts';
import { oneId, refusals } from '../../contract/route.ts';
import { answerAct } from '../../kit/held-acts.ts';
import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { toAnswer } from '../../platform/http/refusal-answers.ts';
import { addRoutes, serveRoute } from '../../platform/http/serve-route.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { type Activities, withOverlaps } from './activities.ts';
import {
  beyondWhy,
  changedOrHeld,
  type DecideBody,
  day,
  decideBody,
  decidedOne,
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
import {
  type ChangeOutcome,
  changeFound,
  correctActivity,
  type FoundStep,
  findStep,
  type WordRequest,
} from './changes.ts';
import { recordActivity } from './entries.ts';
import { openActivityChanges } from './held-changes.ts';
import type { Boards } from './photo-proof.ts';
import { createPhotoReader } from './photo-reader.ts';
import { readingRoutes } from './reading-routes.ts';
import { activityUploadRoutes } from './upload-routes.ts';

/** Activities: entered by districts and the PRO to DGP with the pictures that prove them, approved by zones, read by all offices above. */
export function openActivities(
  options: House & { countOrdered: Activities['countOrdered'] },
): Module & { boards: Boards } {
  const { files, database, campaign, directory, clock, ownerOf, countOrdered } = options;
  const { uploads, decoders, registry, heldActs } = options;
  const reader = createPhotoReader(decoders);
  const rules = {
    database,
    directory,
    state: campaign.areas.state,
    firstDay: campaign.goal.startsOn,
    today: clock.today,
    registry,
    countOrdered,
    fleet: campaign.fleet ?? null,
  };
  const activities = { ...rules, change: openActivityChanges(rules, heldActs) };
  const photos = files.room('photos');
  const linkHost = () => campaign.links.host;
  const boards = { activities, reader, photos, ownerOf, linkHost, clock };
  const attachments = { activities, reader, files: files.room('attachments') };
  return {
    name: 'activities',
    boards,
    register({ forms }) {
      addRoutes(forms, readingRoutes({ activities, photos }));
      addRoutes(forms, entryRoutes(activities));
      addRoutes(forms, decisionRoutes(activities));
      addRoutes(forms, activityUploadRoutes({ boards, uploads, decoders }));
      addRoutes(forms, attachmentRoutes({ attachments, uploads }));
      addRoutes(forms, captureRoutes({ boards, uploads }));
    },
  };
}

export function entryRoutes(activities: Activities) {
  return [
    serveRoute('POST /api/activities', {
      summary: 'Enters an activity; its form is in /api/activities/forms',
      body: entryBody,
      response: { 201: enteredAnswer, ...refusals(404, 409) },
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
      response: changedOrHeld,
      may: 'activity.record',
      handler: async ({ caller, params, body }, reply) =>
        answerOne(reply, await correctActivity(activities, { ...params, ...body }, caller)),
    }),
    wordRoute(activities, 'withdraw', {
      summary: 'Takes an activity back',
      may: 'activity.record',
      why: reasonSchema,
    }),
    wordRoute(activities, 'restore', {
      summary: 'Puts back an activity that was taken back',
      may: 'activity.record',
      why: reasonSchema,
    }),
  ];
}

/** A word on an activity as it was seen. */
function wordRoute<const Name extends WordRequest['action']>(
  activities: Activities,
  action: Name,
  {
    summary,
    may,
    why,
  }: { summary: string; may: Action; why: z.ZodType<string, string | undefined> },
) {
  return serveRoute(`POST /api/activities/:id/${action}`, {
    summary,
    params: oneId,
    body: z.object({ ...seen, reason: why }),
    response: changedOrHeld,
    config: { access: rolesFor(may) },
    handler: async ({ caller, params, body }, reply) => {
      const found = [await findStep(activities, { ...params, ...body, action }, caller)];
      return answerOne(reply, await changeFound(activities, { ...body, found }, caller));
    },
  });
}

function answerOne(reply: FastifyReply, outcome: ChangeOutcome) {
  return answerAct(reply, outcome, ([activity]) => ({ activity: activity as StoredActivity }));
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
    wordRoute(activities, 'approve', {
      summary: 'The zone approves an activity',
      may: 'activity.approve',
      why: reasonSchema,
    }),
    wordRoute(activities, 'reject', {
      summary: 'The zone rejects an activity and says why',
      may: 'activity.approve',
      why,
    }),
    serveRoute('POST /api/activities/decide', {
      summary:
        'The zone approves or rejects several activities for one reason, or takes its decisions back; what cannot be decided is refused by itself, and what waits for a second officer waits as one for each district',
      body: decideBody,
      response: {
        200: z.object({
          results: z.array(decidedOne),
        }),
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
  const results: z.input<typeof decidedOne>[] = [];
  const districts = new Map<string, FoundStep[]>();
  for (const entry of entries) {
    // What cannot be decided at all holds up none of the others.
    const found = await answerRefusal(() =>
      findStep(activities, { ...entry, action, reason }, caller),
    );
    if ('refusal' in found) results.push({ id: entry.id, activity: null, held: null, ...found });
    else {
      const { district } = found.activity;
      districts.set(district, [...(districts.get(district) ?? []), found]);
    }
  }
  for (const found of districts.values()) {
    const outcome = await answerRefusal(() => changeFound(activities, { found, reason }, caller));
    for (const [at, { step }] of found.entries()) {
      const refusal = 'refusal' in outcome ? outcome.refusal : null;
      const held = 'held' in outcome ? outcome.held.id : null;
      const activity = 'result' in outcome ? (outcome.result[at] ?? null) : null;
      results.push({ id: step.id, activity, held, refusal });
    }
  }
  const order = entries.map(({ id }) => id);
  return results.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
}

/** Does something; a refusal becomes the answer that says why. */
async function answerRefusal<Done extends object>(work: () => Promise<Done>) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refusal: toAnswer(error).body };
  }
}
