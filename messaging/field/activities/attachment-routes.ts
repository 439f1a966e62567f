import { z } from 'zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { file, refusals } from '../../contract/route.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { pickAttachments } from './activities.ts';
import { activityAnswer, changed, oneAttachment, seen } from './activities-schemas.ts';
import { sendKept, sendPhotoFault } from './activity-answers.ts';
import { type Attachments, attachFile, deleteAttachment } from './attachments.ts';
import { attachmentPath } from './attachments-sql.ts';
import { lendPhoto } from './photo-upload.ts';
import { findReadable } from './reading.ts';

/** Certificates and cuttings: officers who may read the activity see them, those who may record it add and delete them. */
export function attachmentRoutes({
  attachments,
  uploads,
}: {
  attachments: Attachments;
  uploads: UploadRoom;
}) {
  const { activities, files: store } = attachments;
  const recording = { config: { access: rolesFor('activity.record') } };
  return [
    serveRoute('GET /api/activities/:id/attachments/:field', {
      summary: 'The paper of an activity (certificate, cutting), as JPEG',
      params: oneAttachment,
      response: {
        200: file('image/jpeg', 'The paper'),
        304: z.null().describe('As the ETag sent along says'),
        ...refusals(404),
      },
      may: 'activity.read',
      handler: async ({ actor, params: { id, field }, headers }, reply) => {
        const sha256 = pickAttachments(await findReadable(activities, id, actor))[field];
        if (typeof sha256 !== 'string') throw new Refusal('not-found');
        const path = attachmentPath({ activity: id, field, sha256 });
        return sendKept(reply, headers, { sha256, store, path });
      },
    }),
    serveRoute('POST /api/activities/:id/attachments/:field', {
      summary:
        'Hands in a picture or PDF of a paper (multipart, one file up to 25 MB); it proves no board',
      params: oneAttachment,
      querystring: z.object({ version: z.coerce.number<number>().int().positive() }),
      response: { 200: activityAnswer, ...refusals(404, 408, 409, 413, 422, 429) },
      ...recording,
      handler: async (request, reply) => {
        const { caller, params, query } = request;
        const activity = await lendPhoto(uploads, request, ({ path }) =>
          attachFile(attachments, { ...params, ...query, path }, caller),
        );
        return activity.kind === 'faulty' ? sendPhotoFault(reply, activity) : { activity };
      },
    }),
    serveRoute('POST /api/activities/:id/attachments/:field/delete', {
      summary: 'Deletes the paper of an activity for good',
      params: oneAttachment,
      body: z.object(seen),
      response: changed,
      ...recording,
      handler: async ({ caller, params, body }) => ({
        activity: await deleteAttachment(attachments, { ...params, ...body }, caller),
      }),
    }),
  ];
}
