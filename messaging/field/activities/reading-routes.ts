import { z } from 'zod';
import { file, oneId, refusals } from '../../contract/route.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Activities } from './activities.ts';
import {
  activityDetail,
  activityQuery,
  districtChecklist,
  districtId,
  form,
  foundActivities,
  kind as kindSchema,
  onePhoto,
} from './activities-schemas.ts';
import { sendKept } from './activity-answers.ts';
import { bulkForm } from './bulk-entry.ts';
import { photoPath } from './photo-upload.ts';
import {
  checkPhotoReader,
  describeForms,
  exportKind,
  findReadable,
  listPage,
  readChecklists,
  readDetail,
} from './reading.ts';

const picture = {
  200: file('image/jpeg', 'The picture'),
  304: z.null().describe('As the ETag sent along says'),
  ...refusals(404),
};

/** Activities and their pictures, for the offices that may see them. */
export function readingRoutes({
  activities,
  photos,
}: {
  activities: Activities;
  photos: FileStore;
}) {
  return [
    serveRoute('GET /api/activities/forms', {
      summary: 'The kinds of activities with their fields',
      response: { 200: z.record(kindSchema, form) },
      may: 'activity.read',
      handler: async () => describeForms(),
    }),
    serveRoute('GET /api/activities', {
      summary: 'A page of the activities of the own area: searched, filtered, in an order',
      querystring: activityQuery,
      response: { 200: foundActivities },
      may: 'activity.read',
      handler: async ({ actor, query }) => listPage(activities, query, actor),
    }),
    serveRoute('GET /api/activities/export/:kind', {
      summary: 'The activities of a kind in the own area, as a csv with the columns of its list',
      params: z.object({ kind: kindSchema }),
      querystring: z.object({ district: districtId.optional() }),
      response: { 200: file('text/csv', 'The latest 10,000 activities') },
      may: 'activity.read',
      handler: async ({ actor, params: { kind }, query: { district } }, reply) => {
        const csv = await exportKind(activities, { kind, district }, actor);
        return sendDownload(reply, `${kind}-entries.csv`, csv);
      },
    }),
    serveRoute('GET /api/activities/checklist', {
      summary: 'What each district of the own area has done, and the stations without a board',
      querystring: z.object({ district: districtId.optional() }),
      response: { 200: z.array(districtChecklist) },
      may: 'activity.read',
      handler: async ({ actor, query }) => readChecklists(activities, query, actor),
    }),
    serveRoute('GET /api/activities/:id', {
      summary: 'An activity with its picture and every state that it had',
      params: oneId,
      response: { 200: activityDetail, ...refusals(404) },
      may: 'activity.read',
      handler: async ({ actor, params }) => readDetail(activities, params.id, actor),
    }),
    serveRoute('GET /api/activities/:id/photo', {
      summary: 'The picture of an activity, as JPEG',
      params: oneId,
      response: picture,
      may: 'activity.read',
      handler: async ({ actor, params, headers }, reply) => {
        const { photo: sha256 } = await findReadable(activities, params.id, actor);
        if (sha256 === null) throw new Refusal('not-found');
        return sendKept(reply, headers, { sha256, store: photos, path: photoPath(sha256) });
      },
    }),
    serveRoute('GET /api/activities/photos/:sha256', {
      summary: 'Another station’s picture, as JPEG, for whom a picture was held against it',
      params: onePhoto,
      response: picture,
      may: 'activity.read',
      handler: async ({ actor, params: { sha256 }, headers }, reply) => {
        await checkPhotoReader(activities, sha256, actor);
        return sendKept(reply, headers, { sha256, store: photos, path: photoPath(sha256) });
      },
    }),
    serveRoute('GET /api/activities/list-form/:kind', {
      summary: 'An empty csv list of a kind, to be filled in',
      params: z.object({ kind: kindSchema }),
      response: { 200: file('text/csv', 'The columns of the list') },
      may: 'activity.read',
      handler: async ({ params }, reply) =>
        sendDownload(reply, `${params.kind}.csv`, bulkForm(params.kind)),
    }),
  ];
}
