import { z } from 'zod';
import { captureFaults } from '../../../campaigns/activities/capture.ts';
import { reference, sha256 } from '../../../campaigns/text-types.ts';
import { instant, refusals } from '../../contract/route.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { one } from './activities-schemas.ts';
import { sendPhotoFault } from './activity-answers.ts';
import { beginCapture, takeFar, tellCapture } from './captures.ts';
import type { Boards } from './photo-proof.ts';
import { lendPhoto } from './photo-upload.ts';

/** Live pictures of boards, taken by the officers who hand boards in and by those who inspect them. */
export function captureRoutes({ boards, uploads }: { boards: Boards; uploads: UploadRoom }) {
  return [
    serveRoute('POST /api/captures', {
      summary:
        'A challenge for two live pictures of a board: one use, by this account, within its seconds',
      body: z.object({ district: reference({ max: 64 }), station: reference({ max: 64 }) }),
      response: {
        201: z.object({
          id: z.uuid(),
          issuedAt: instant,
          seconds: z.int(),
        }),
        ...refusals(404),
      },
      may: 'board.inspect',
      // A pair of pictures is a walk to a board.
      config: { hourly: 120 },
      handler: async ({ caller, body }) => beginCapture(boards, body, caller),
    }),
    serveRoute('POST /api/captures/:id/told', {
      summary:
        'Hashes of the two files, told as soon as they were taken; the service’s clock counts',
      params: one,
      body: z.object({
        near: sha256,
        far: sha256,
        place: z
          .object({
            lon: z.number().min(-180).max(180),
            lat: z.number().min(-90).max(90),
            accuracyM: z.number().min(0),
          })
          .nullable()
          .describe('Null where the phone gives none'),
        mayKeep: z
          .boolean()
          .default(false)
          .describe('A copy of the far one that shows the board alone is kept to tune the check'),
      }),
      response: { 200: z.object({ toldAt: instant }), ...refusals(404, 409) },
      may: 'board.inspect',
      handler: ({ caller, params, body }) => tellCapture(boards, { ...params, ...body }, caller),
    }),
    serveRoute('POST /api/captures/:id/far', {
      summary:
        'The picture from afar (multipart `file`, up to 25 MB); the near one goes with the board’s entry after it',
      params: one,
      response: {
        200: z.object({ faults: z.array(z.enum(captureFaults)) }),
        ...refusals(404, 408, 409, 413, 422, 429),
      },
      may: 'board.inspect',
      handler: async (request, reply) => {
        const { caller, params } = request;
        const outcome = await lendPhoto(uploads, request, ({ path }) =>
          takeFar(boards, { ...params, path }, caller),
        );
        return 'kind' in outcome ? sendPhotoFault(reply, outcome) : reply.send(outcome);
      },
    }),
  ];
}
