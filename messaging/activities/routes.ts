import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { activityForms, activityKinds } from '../../campaigns/activities/activity-kinds.ts';
import { activityStatuses, openStatuses } from '../../campaigns/activities/activity-status.ts';
import { checklistOf } from '../../campaigns/activities/checklist.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import type { Actor } from '../../campaigns/offices/actor.ts';
import { can, covers, rolesFor } from '../../campaigns/offices/permission.ts';
import type { Database } from '../database/database.ts';
import {
  activityHistory,
  findActivity,
  listActivities,
  type StoredActivity,
} from './activities-sql.ts';
import { answer } from './activity-answers.ts';
import { type ActivityBook, notFound } from './activity-book.ts';
import { bulkForm } from './bulk-entry.ts';
import { photoPath } from './photo-files.ts';
import type { PhotoProof } from './photo-proof.ts';
import { findPhoto } from './photos-sql.ts';
import { registerActivityUploads } from './upload-routes.ts';

export interface ActivityRouteDependencies {
  database: Database;
  directory: Directory;
  book: ActivityBook;
  proof: PhotoProof;
  photoDir: string;
}

const one = z.object({ id: z.coerce.number().int().positive() });
const seen = { version: z.int().positive() };
const reason = z.string().trim().max(500).default('');
const kind = z.enum(activityKinds);
const districtId = z.string().max(64);

/** Activities: entered by districts and the PRO to DGP, approved by zones, read by all offices above. */
export function registerActivities(
  app: FastifyInstance,
  dependencies: ActivityRouteDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  registerReading(app, dependencies);
  const { book } = dependencies;
  const recording = { config: { access: rolesFor('activity.record') } };

  routes.post(
    '/api/activities',
    {
      ...recording,
      schema: {
        summary: 'Enters an activity; its form is in /api/activities/forms',
        body: z.object({
          kind,
          district: districtId,
          station: z.string().nullish(),
          day: z.string(),
          details: z.record(z.string(), z.unknown()).default({}),
          remark: z.string().default(''),
        }),
      },
    },
    async (request, reply) => {
      const { station, ...rest } = request.body;
      const entry = station == null ? rest : { ...rest, station };
      return answer(
        reply,
        await book.record({ actor: request.actor, requestId: request.id }, entry),
        201,
      );
    },
  );
  routes.put(
    '/api/activities/:id',
    {
      ...recording,
      schema: {
        summary: 'Corrects day, details and remark; `version` is the one that was seen',
        params: one,
        body: z.object({
          ...seen,
          day: z.string(),
          details: z
            .record(z.string(), z.union([z.number(), z.string(), z.array(z.string())]))
            .default({}),
          remark: z.string().default(''),
        }),
      },
    },
    async ({ actor, id, params, body }, reply) => {
      const { version, ...given } = body;
      return answer(
        reply,
        await book.correct({ actor, requestId: id }, { ...params, version }, given),
      );
    },
  );
  for (const action of ['approve', 'reject'] as const) {
    routes.post(
      `/api/activities/:id/${action}`,
      {
        config: { access: rolesFor('activity.approve') },
        schema: {
          summary:
            action === 'approve'
              ? 'The zone approves an activity'
              : 'The zone rejects an activity and says why',
          params: one,
          body: z.object({
            ...seen,
            reason: action === 'approve' ? reason : reason.unwrap().min(1),
          }),
        },
      },
      async ({ actor, id, params, body }, reply) => {
        const request = { ...params, version: body.version };
        return answer(
          reply,
          await book.decide({ actor, requestId: id }, request, { action, reason: body.reason }),
        );
      },
    );
  }
  routes.post(
    '/api/activities/:id/withdraw',
    {
      ...recording,
      schema: {
        summary: 'Takes an activity back',
        params: one,
        body: z.object({ ...seen, reason }),
      },
    },
    async ({ actor, id, params, body }, reply) => {
      const request = { ...params, version: body.version };
      return answer(reply, await book.withdraw({ actor, requestId: id }, request, body.reason));
    },
  );
  routes.post(
    '/api/activities/:id/restore',
    {
      ...recording,
      schema: {
        summary: 'Puts back an activity that was taken back',
        params: one,
        body: z.object(seen),
      },
    },
    async ({ actor, id, params, body }, reply) =>
      answer(
        reply,
        await book.restore({ actor, requestId: id }, { ...params, version: body.version }),
      ),
  );
  registerActivityUploads(app, dependencies);
}

function registerReading(
  app: FastifyInstance,
  { database, directory, book, photoDir }: ActivityRouteDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const reading = { config: { access: rolesFor('activity.read') } };
  const ownDistricts = (actor: Actor, asked?: string) =>
    [
      ...directory.districts.filter((district) => covers(actor, district)).map(({ id }) => id),
      ...(covers(actor, 'state') ? [''] : []),
    ].filter((id) => asked === undefined || id === asked);

  routes.get(
    '/api/activities/forms',
    { ...reading, schema: { summary: 'The kinds of activities with their fields' } },
    async () => activityForms,
  );
  routes.get(
    '/api/activities',
    {
      ...reading,
      schema: {
        summary:
          'Activities of the own area, the latest first; `before` is the id at which the last page ended',
        querystring: z.object({
          district: districtId.optional(),
          kind: kind.optional(),
          status: z.enum([...activityStatuses, 'open']).optional(),
          before: z.coerce.number().int().positive().optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
      },
    },
    async ({ actor, query }) =>
      listActivities(database.orm, {
        districts: ownDistricts(actor, query.district),
        kind: query.kind,
        statuses: query.status === 'open' ? openStatuses : query.status && [query.status],
        beforeId: query.before,
        limit: query.limit,
      }),
  );
  routes.get(
    '/api/activities/checklist',
    {
      ...reading,
      schema: {
        summary: 'What each district of the own area has done, and the stations without a board',
        querystring: z.object({ district: districtId.optional() }),
      },
    },
    async ({ actor, query }) => {
      const districts = ownDistricts(actor, query.district).filter((id) => id !== '');
      const activities = await listActivities(database.orm, { districts, limit: 1_000_000 });
      return checklistOf(
        directory,
        districts.map((id) => ({ id })),
        activities,
      );
    },
  );
  routes.get(
    '/api/activities/:id',
    {
      ...reading,
      schema: { summary: 'An activity with its picture and every state that it had', params: one },
    },
    async ({ actor, params }, reply) => {
      const activity = await findActivity(database.orm, params.id);
      if (activity === undefined || !mayRead(book, actor, activity)) return answer(reply, notFound);
      return {
        activity,
        photo: activity.photo === null ? null : await findPhoto(database.orm, activity.photo),
        history: await activityHistory(database.orm, activity.id),
      };
    },
  );
  routes.get(
    '/api/activities/:id/photo',
    { ...reading, schema: { summary: 'The picture of an activity, as JPEG', params: one } },
    async ({ actor, params }, reply) => {
      const activity = await findActivity(database.orm, params.id);
      if (activity?.photo == null || !mayRead(book, actor, activity))
        return answer(reply, notFound);
      reply.type('image/jpeg');
      return reply.sendFile(photoPath(activity.photo), photoDir, { cacheControl: false });
    },
  );
  routes.get(
    '/api/activities/list-form/:kind',
    {
      ...reading,
      schema: {
        summary: 'An empty csv list of a kind, to be filled in',
        params: z.object({ kind }),
      },
    },
    async ({ params }, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${params.kind}.csv"`)
        .send(bulkForm(params.kind)),
  );
}

function mayRead(book: ActivityBook, actor: Actor, activity: StoredActivity): boolean {
  const place = book.placeOf(activity.district);
  return place !== undefined && can(actor, 'activity.read', place);
}
