import { z } from 'zod';
import { progressFileSchema } from '../../../campaigns/tracker/progress-file.ts';
import { file, refusals, route } from '../../contract/route.ts';

/** The public figures, and word of each change. */
export const progressRoutes = {
  read: route({
    method: 'GET',
    url: '/api/progress',
    schema: {
      summary:
        'Downloads, boards, scans and activities up to now; ETag, so that a repeat costs nothing',
      response: { 200: progressFileSchema, 304: z.null().describe('As the ETag sent along says') },
    },
  }),
  events: route({
    method: 'GET',
    url: '/api/progress/events',
    schema: {
      summary: 'Server-sent events: `progress` with the new ETag at each change',
      response: { 200: file('text/event-stream', 'One event a change'), ...refusals(503) },
    },
  }),
};
