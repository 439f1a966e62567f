import { z } from 'zod';
import { captureFaults } from '../../../campaigns/activities/capture.ts';
import { reference } from '../../../campaigns/text-types.ts';
import { forOfficers, instant, refusals, route } from '../route.ts';

const one = z.object({ id: z.uuid() });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** How a live picture was judged, beside the board that it came with. */
export const captureVerdict = z.object({
  isLive: z.boolean(),
  faults: z.array(z.enum(captureFaults)).describe('Why it is none'),
});

/** Live pictures of boards: a challenge, the hashes of what was taken for it, and the files whenever the line allows. */
export const captureRoutes = {
  begin: route({
    method: 'POST',
    url: '/api/captures',
    schema: {
      summary:
        'A challenge for two live pictures of a board: one use, by this account, within its seconds',
      body: z.object({ district: reference({ max: 64 }), station: reference({ max: 64 }) }),
      response: {
        201: z.object({
          id: z.uuid(),
          code: z.string().describe('Printed on the board'),
          issuedAt: instant,
          seconds: z.int(),
        }),
        ...forOfficers,
        ...refusals(404),
      },
    },
  }),
  tell: route({
    method: 'POST',
    url: '/api/captures/:id/told',
    schema: {
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
      }),
      response: { 200: z.object({ toldAt: instant }), ...forOfficers, ...refusals(404, 409) },
    },
  }),
  far: route({
    method: 'POST',
    url: '/api/captures/:id/far',
    schema: {
      summary:
        'The picture from afar (multipart `file`, up to 25 MB); the near one goes with the board’s entry after it',
      params: one,
      response: {
        200: z.object({ faults: z.array(z.enum(captureFaults)) }),
        ...forOfficers,
        ...refusals(404, 408, 409, 413, 422, 429),
      },
    },
  }),
} as const;
