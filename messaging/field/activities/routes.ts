import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { activityForms } from '../../../campaigns/activities/activity-kinds.ts';
import { openStatuses } from '../../../campaigns/activities/activity-status.ts';
import { makeChecklists } from '../../../campaigns/activities/checklist.ts';
import { mayReadActivities } from '../../../campaigns/activities/rights.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { activityRoutes } from '../../contract/field/activities.ts';
import type { Database } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { toAnswer } from '../../platform/http/refusal-answers.ts';
import { activityHistory, findActivity, listActivities } from './activities-sql.ts';
import { answer, findStationNames, toRefusal } from './activity-answers.ts';
import { judgeSecond, notFound } from './activity-book.ts';
import { exportCsv, mostExported } from './activity-export.ts';
import { type AttachmentRouteDependencies, registerAttachments } from './attachment-routes.ts';
import { bulkForm } from './bulk-entry.ts';
import { withOverlaps } from './cinema-overlaps.ts';
import { findActivities } from './find-activities-sql.ts';
import { listSuperseded, readHungBoards } from './hung-boards-sql.ts';
import { sendKept } from './kept-picture.ts';
import { photoPath } from './photo-files.ts';
import { findPhoto, isNamedTo } from './photos-sql.ts';
import { findMeanings, placesInOrder } from './search-meaning.ts';
import { type ActivityUploadDependencies, registerActivityUploads } from './upload-routes.ts';

export interface ActivityRouteDependencies
  extends ActivityUploadDependencies,
    AttachmentRouteDependencies {
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
      const { station, key, reason: why, ...rest } = request.body;
      const entry = station == null ? rest : { ...rest, station };
      const outcome = await book.record(request.caller, entry, {
        key,
        why,
      });
      if (outcome.kind === 'refused') return answer(reply, outcome);
      const [entered] = await withOverlaps(dependencies.database.pool, [outcome.activity]);
      return reply
        .code(201)
        .send({ activity: outcome.activity, overlaps: entered?.overlaps ?? [] });
    },
  });
  routes.route({
    ...activityRoutes.correct,
    ...recording,
    handler: async ({ caller, params, body }, reply) => {
      const { version, reason: why, ...given } = body;
      const asked = { ...params, version };
      return answer(reply, await book.correct(caller, asked, { ...given, why }));
    },
  });
  for (const action of ['approve', 'reject'] as const) {
    const { method, url, schema } = activityRoutes[action];
    routes.route({
      method,
      url,
      schema,
      config: { access: rolesFor('activity.approve') },
      handler: async ({ caller, params, body }, reply) => {
        const request = { ...params, version: body.version };
        return answer(reply, await book.decide(caller, request, { action, reason: body.reason }));
      },
    });
  }
  routes.route({
    ...activityRoutes.decide,
    config: { access: rolesFor('activity.approve') },
    handler: async ({ caller, body }) => {
      const results = [];
      for (const entry of body.entries) {
        const outcome = await book.decide(caller, entry, body);
        results.push(
          outcome.kind === 'done'
            ? { id: entry.id, activity: outcome.activity, refusal: null }
            : { id: entry.id, activity: null, refusal: toAnswer(toRefusal(outcome)).body },
        );
      }
      return { results };
    },
  });
  routes.route({
    ...activityRoutes.withdraw,
    ...recording,
    handler: async ({ caller, params, body }, reply) => {
      const request = { ...params, version: body.version };
      return answer(reply, await book.withdraw(caller, request, body.reason));
    },
  });
  routes.route({
    ...activityRoutes.restore,
    ...recording,
    handler: async ({ caller, params, body }, reply) =>
      answer(reply, await book.restore(caller, { ...params, version: body.version })),
  });
  registerActivityUploads(app, dependencies);
  registerAttachments(app, dependencies);
}

function registerReading(
  app: FastifyInstance,
  { database, directory, book, photos }: ActivityRouteDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const reading = { config: { access: rolesFor('activity.read') } };
  const ownDistricts = (actor: Actor, asked?: string) =>
    [
      ...directory.districts
        .filter((district) => mayReadActivities(actor, district))
        .map(({ id }) => id),
      ...(mayReadActivities(actor, 'state') ? [''] : []),
    ].filter((id) => asked === undefined || id === asked);

  routes.route({
    ...activityRoutes.forms,
    ...reading,
    handler: async () => activityForms,
  });
  routes.route({
    ...activityRoutes.list,
    ...reading,
    handler: async ({ actor, query }) => {
      const { district, q, kind, status, age, order, language, offset, limit } = query;
      const { activities, found, all } = await findActivities(database.pool, {
        districts: ownDistricts(actor, district),
        kinds: kind,
        statuses: status?.flatMap((name) => (name === 'open' ? openStatuses : name)),
        words: findMeanings(q, directory),
        age,
        order,
        places: order === 'place' ? placesInOrder(directory, language) : [],
        offset,
        limit,
      });
      const listed = await withOverlaps(database.pool, activities);
      return {
        activities: listed.map((activity) => ({
          ...activity,
          stationNames: findStationNames(activity, directory),
          doubtNames: activity.doubt && findStationNames(activity.doubt, directory),
        })),
        found,
        all,
      };
    },
  });
  routes.route({
    ...activityRoutes.exportList,
    ...reading,
    handler: async ({ actor, params: { kind }, query }, reply) => {
      const districts = ownDistricts(actor, query.district);
      const selection = { districts, kind, limit: mostExported };
      const activities = await listActivities(database.pool, selection);
      return sendDownload(reply, `${kind}-entries.csv`, exportCsv(kind, activities, directory));
    },
  });
  routes.route({
    ...activityRoutes.checklist,
    ...reading,
    handler: async ({ actor, query }) => {
      const districts = ownDistricts(actor, query.district).filter((id) => id !== '');
      const activities = await listActivities(database.pool, { districts, limit: 1_000_000 });
      return makeChecklists(
        directory,
        districts.map((id) => ({ id })),
        activities,
        listSuperseded(await readHungBoards(database.pool, districts)),
      );
    },
  });
  routes.route({
    ...activityRoutes.read,
    ...reading,
    handler: async ({ actor, params }, reply) => {
      const activity = await findActivity(database.pool, params.id);
      if (activity === undefined || !book.mayRead(actor, activity)) return answer(reply, notFound);
      return {
        activity,
        photo:
          activity.photo === null
            ? null
            : ((await findPhoto(database.pool, activity.photo)) ?? null),
        history: await activityHistory(database.pool, activity.id),
        second: await judgeSecond(database.pool, actor, activity.id),
      };
    },
  });
  routes.route({
    ...activityRoutes.photo,
    ...reading,
    handler: async ({ actor, params, headers }, reply) => {
      const activity = await findActivity(database.pool, params.id);
      if (activity?.photo == null || !book.mayRead(actor, activity)) return answer(reply, notFound);
      return sendKept(reply, headers, {
        sha256: activity.photo,
        store: photos,
        path: photoPath(activity.photo),
      });
    },
  });
  routes.route({
    ...activityRoutes.otherPhoto,
    ...reading,
    handler: async ({ actor, params: { sha256 }, headers }, reply) => {
      const photo = await findPhoto(database.pool, sha256);
      const districts = ownDistricts(actor);
      const mayRead =
        photo !== undefined &&
        (districts.includes(photo.district) ||
          (await isNamedTo(database.pool, sha256, { person: actor.id, districts })));
      if (!mayRead) return answer(reply, notFound);
      return sendKept(reply, headers, { sha256, store: photos, path: photoPath(sha256) });
    },
  });
  routes.route({
    ...activityRoutes.listForm,
    ...reading,
    handler: async ({ params }, reply) =>
      sendDownload(reply, `${params.kind}.csv`, bulkForm(params.kind)),
  });
}
