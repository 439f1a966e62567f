import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { activityRoutes } from '../../contract/field/activities.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { pickAttachments } from './activities.ts';
import { answer } from './activity-answers.ts';
import { type Attachments, attachFile, deleteAttachment } from './attachments.ts';
import { attachmentPath } from './attachments-sql.ts';
import { sendKept } from './kept-picture.ts';
import { lendPhoto } from './photo-upload.ts';
import { findReadable } from './reading.ts';

/** Certificates and cuttings: shown to whoever may read the activity, handed in and deleted by whoever may record it. */
export function registerAttachments(
  app: FastifyInstance,
  { attachments, uploads }: { attachments: Attachments; uploads: UploadRoom },
): void {
  const { activities, files: store } = attachments;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const recording = { config: { access: rolesFor('activity.record') } };

  routes.route({
    ...activityRoutes.attachment,
    config: { access: rolesFor('activity.read') },
    handler: async ({ actor, params: { id, field }, headers }, reply) => {
      const sha256 = pickAttachments(await findReadable(activities, id, actor))[field];
      if (typeof sha256 !== 'string') throw new Refusal('not-found');
      const path = attachmentPath({ activity: id, field, sha256 });
      return sendKept(reply, headers, { sha256, store, path });
    },
  });
  routes.route({
    ...activityRoutes.attach,
    ...recording,
    handler: async (request, reply) => {
      const { caller, params, query } = request;
      const outcome = await lendPhoto(uploads, request, ({ path }) =>
        attachFile(attachments, { ...params, ...query, path }, caller),
      );
      return answer(reply, outcome);
    },
  });
  routes.route({
    ...activityRoutes.deleteAttachment,
    ...recording,
    handler: async ({ caller, params, body }, reply) =>
      answer(reply, await deleteAttachment(attachments, { ...params, ...body }, caller)),
  });
}
