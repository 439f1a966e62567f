import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { captureRoutes } from '../../contract/field/captures.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { sendPhotoFault } from './activity-answers.ts';
import { beginCapture, type Captures, takeFar, tellCapture } from './captures.ts';
import { lendPhoto } from './photo-upload.ts';

/** Live pictures of boards, by whoever hands boards in. */
export function registerCaptures(
  app: FastifyInstance,
  { captures, uploads }: { captures: Captures; uploads: UploadRoom },
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('activity.record') };
  routes.route({
    ...captureRoutes.begin,
    config,
    handler: async ({ caller, body }, reply) =>
      reply.code(201).send(await beginCapture(captures, body, caller)),
  });
  routes.route({
    ...captureRoutes.tell,
    config,
    handler: ({ caller, params, body }) => tellCapture(captures, { ...params, ...body }, caller),
  });
  routes.route({
    ...captureRoutes.far,
    config,
    handler: async (request, reply) => {
      const { caller, params } = request;
      const outcome = await lendPhoto(uploads, request, ({ path }) =>
        takeFar(captures, { ...params, path }, caller),
      );
      return 'kind' in outcome ? sendPhotoFault(reply, outcome) : reply.send(outcome);
    },
  });
}
