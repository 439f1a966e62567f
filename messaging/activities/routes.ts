import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { activityForms } from '../../campaigns/activities/activity-kinds.ts';
import { openStatuses } from '../../campaigns/activities/activity-status.ts';
import { checklistOf } from '../../campaigns/activities/checklist.ts';
import type { Actor } from '../../campaigns/offices/actor.ts';
import { can, covers, rolesFor } from '../../campaigns/offices/permission.ts';
import { activityRoutes } from '../contract/activities.ts';
import type { Database } from '../database/database.ts';
import type { FileStore } from '../files/file-store.ts';
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
import { findPhoto } from './photos-sql.ts';
import { type ActivityUploadDependencies, registerActivityUploads } from './upload-routes.ts';

export interface ActivityRouteDependencies extends ActivityUploadDependencies {
  database: Database;
  photos: FileStore;
}

/** Activities: entered by districts and the PRO to DGP, approved by zones, read by all offices above. */
export function registerActivities(
  app: FastifyInstance,
  dependencies: ActivityRouteDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  registerReading(app, dependencies);
  const { book } = dependencies;
  const recording = { config: { access: rolesFor('activity.record') } };

  routes.route({
    ...activityRoutes.enter,
    ...recording,
    handler: async (request, reply) => {
      const { station, ...rest } = request.body;
      const entry = station == null ? rest : { ...rest, station };
      return answer(
        reply,
        await book.record({ actor: request.actor, requestId: request.id }, entry),
        201,
      );
    },
  });
  routes.route({
    ...activityRoutes.correct,
    ...recording,
    handler: async ({ actor, id, params, body }, reply) => {
      const { version, ...given } = body;
      return answer(
        reply,
        await book.correct({ actor, requestId: id }, { ...params, version }, given),
      );
    },
  });
  for (const action of ['approve', 'reject'] as const) {
    const { method, url, schema } = activityRoutes[action];
    routes.route({
      method,
      url,
      schema,
      config: { access: rolesFor('activity.approve') },
      handler: async ({ actor, id, params, body }, reply) => {
        const request = { ...params, version: body.version };
        return answer(
          reply,
          await book.decide({ actor, requestId: id }, request, { action, reason: body.reason }),
        );
      },
    });
  }
  routes.route({
    ...activityRoutes.withdraw,
    ...recording,
    handler: async ({ actor, id, params, body }, reply) => {
      const request = { ...params, version: body.version };
      return answer(reply, await book.withdraw({ actor, requestId: id }, request, body.reason));
    },
  });
  routes.route({
    ...activityRoutes.restore,
    ...recording,
    handler: async ({ actor, id, params, body }, reply) =>
      answer(
        reply,
        await book.restore({ actor, requestId: id }, { ...params, version: body.version }),
      ),
  });
  registerActivityUploads(app, dependencies);
}

function registerReading(
  app: FastifyInstance,
  { database, directory, book, photos }: ActivityRouteDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const reading = { config: { access: rolesFor('activity.read') } };
  const ownDistricts = (actor: Actor, asked?: string) =>
    [
      ...directory.districts.filter((district) => covers(actor, district)).map(({ id }) => id),
      ...(covers(actor, 'state') ? [''] : []),
    ].filter((id) => asked === undefined || id === asked);

  routes.route({
    ...activityRoutes.forms,
    ...reading,
    handler: async () => activityForms,
  });
  routes.route({
    ...activityRoutes.list,
    ...reading,
    handler: async ({ actor, query }) =>
      listActivities(database.pool, {
        districts: ownDistricts(actor, query.district),
        kind: query.kind,
        statuses: query.status === 'open' ? openStatuses : query.status && [query.status],
        beforeId: query.before,
        limit: query.limit,
      }),
  });
  routes.route({
    ...activityRoutes.checklist,
    ...reading,
    handler: async ({ actor, query }) => {
      const districts = ownDistricts(actor, query.district).filter((id) => id !== '');
      const activities = await listActivities(database.pool, { districts, limit: 1_000_000 });
      return checklistOf(
        directory,
        districts.map((id) => ({ id })),
        activities,
      );
    },
  });
  routes.route({
    ...activityRoutes.read,
    ...reading,
    handler: async ({ actor, params }, reply) => {
      const activity = await findActivity(database.pool, params.id);
      if (activity === undefined || !mayRead(book, actor, activity)) return answer(reply, notFound);
      return {
        activity,
        photo:
          activity.photo === null
            ? null
            : ((await findPhoto(database.pool, activity.photo)) ?? null),
        history: await activityHistory(database.pool, activity.id),
      };
    },
  });
  routes.route({
    ...activityRoutes.photo,
    ...reading,
    handler: async ({ actor, params, headers }, reply) => {
      const activity = await findActivity(database.pool, params.id);
      if (activity?.photo == null || !mayRead(book, actor, activity))
        return answer(reply, notFound);
      // Its name is the hash of what it holds.
      const etag = `"${activity.photo}"`;
      reply.header('etag', etag);
      if (headers['if-none-match'] === etag) return reply.code(304).send(null);
      const photo = await photos.get(photoPath(activity.photo));
      if (photo === undefined) return answer(reply, notFound);
      return reply.type('image/jpeg').header('content-length', photo.bytes).send(photo.content);
    },
  });
  routes.route({
    ...activityRoutes.listForm,
    ...reading,
    handler: async ({ params }, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${params.kind}.csv"`)
        .send(bulkForm(params.kind)),
  });
}

function mayRead(book: ActivityBook, actor: Actor, activity: StoredActivity): boolean {
  const place = book.placeOf(activity.district);
  return place !== undefined && can(actor, 'activity.read', place);
}
