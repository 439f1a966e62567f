import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { activityForms } from '../../../campaigns/activities/activity-kinds.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { activityRoutes } from '../../contract/field/activities.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Activities } from './activities.ts';
import { bulkForm } from './bulk-entry.ts';
import { sendKept } from './kept-picture.ts';
import { photoPath } from './photo-files.ts';
import {
  checkPhotoReader,
  exportKind,
  findReadable,
  listPage,
  readChecklists,
  readDetail,
} from './reading.ts';

/** Activities and their pictures, for the offices that may see them. */
export function registerReading(
  app: FastifyInstance,
  { activities, photos }: { activities: Activities; photos: FileStore },
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('activity.read') };

  routes.route({ ...activityRoutes.forms, config, handler: async () => activityForms });
  routes.route({
    ...activityRoutes.list,
    config,
    handler: async ({ actor, query }) => listPage(activities, query, actor),
  });
  routes.route({
    ...activityRoutes.exportList,
    config,
    handler: async ({ actor, params: { kind }, query: { district } }, reply) => {
      const csv = await exportKind(activities, { kind, district }, actor);
      return sendDownload(reply, `${kind}-entries.csv`, csv);
    },
  });
  routes.route({
    ...activityRoutes.checklist,
    config,
    handler: async ({ actor, query }) => readChecklists(activities, query, actor),
  });
  routes.route({
    ...activityRoutes.read,
    config,
    handler: async ({ actor, params }) => readDetail(activities, params.id, actor),
  });
  routes.route({
    ...activityRoutes.photo,
    config,
    handler: async ({ actor, params, headers }, reply) => {
      const { photo: sha256 } = await findReadable(activities, params.id, actor);
      if (sha256 === null) throw new Refusal('not-found');
      return sendKept(reply, headers, { sha256, store: photos, path: photoPath(sha256) });
    },
  });
  routes.route({
    ...activityRoutes.otherPhoto,
    config,
    handler: async ({ actor, params: { sha256 }, headers }, reply) => {
      await checkPhotoReader(activities, sha256, actor);
      return sendKept(reply, headers, { sha256, store: photos, path: photoPath(sha256) });
    },
  });
  routes.route({
    ...activityRoutes.listForm,
    config,
    handler: async ({ params }, reply) =>
      sendDownload(reply, `${params.kind}.csv`, bulkForm(params.kind)),
  });
}
