import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { activityRoutes } from '../../contract/field/activities.ts';
import type { Database } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { findActivity } from './activities-sql.ts';
import { answer, answerPhotoFault, answerWith } from './activity-answers.ts';
import { type ActivityBook, notFound } from './activity-book.ts';
import type { AttachmentBook } from './attachment-book.ts';
import { attachmentPath } from './attachments-sql.ts';
import { sendKept } from './kept-picture.ts';
import { PhotoError } from './photo-error.ts';
import { mostPhotoBytes } from './upload-routes.ts';

export interface AttachmentRouteDependencies {
  database: Database;
  book: ActivityBook;
  papers: AttachmentBook;
  attachments: FileStore;
  uploads: UploadRoom;
}

/** Papers of activities: shown to whoever may read the activity, handed in and deleted by whoever may record it. */
export function registerAttachments(
  app: FastifyInstance,
  { database, book, papers, attachments, uploads }: AttachmentRouteDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const recording = { config: { access: rolesFor('activity.record') } };

  routes.route({
    ...activityRoutes.attachment,
    config: { access: rolesFor('activity.read') },
    handler: async ({ actor, params: { id, field }, headers }, reply) => {
      const activity = await findActivity(database.pool, id);
      if (activity === undefined || !book.mayRead(actor, activity)) return answer(reply, notFound);
      const sha256 = book.papersOf(activity)[field];
      if (typeof sha256 !== 'string') return answer(reply, notFound);
      const path = attachmentPath({ activity: id, field, sha256 });
      return sendKept(reply, headers, { sha256, store: attachments, path });
    },
  });
  routes.route({
    ...activityRoutes.attach,
    ...recording,
    handler: async (request, reply) => {
      const { caller } = request;
      const paper = { ...request.params, ...request.query };
      try {
        const outcome = await uploads.lend(request, mostPhotoBytes, async ({ path }) =>
          papers.attach(caller, paper, path),
        );
        return answer(reply, outcome);
      } catch (error) {
        if (error instanceof PhotoError) return answerWith(reply, answerPhotoFault(error.code));
        throw error;
      }
    },
  });
  routes.route({
    ...activityRoutes.deleteAttachment,
    ...recording,
    handler: async ({ caller, params, body }, reply) =>
      answer(reply, await papers.delete(caller, { ...params, version: body.version })),
  });
}
