import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { progressFileSchema } from '../../../campaigns/tracker/progress-file.ts';
import { file, refusals, route } from '../../contract/route.ts';
import { identifyClient } from '../../platform/http/client.ts';
import { namesTag } from '../../platform/http/entity-tag.ts';
import { createEventStreams } from '../../platform/http/event-streams.ts';
import type { LiveProgress } from './live-progress.ts';

/** The public figures, and word of each change. */
export const progressRoutes = {
  read: route('GET /api/progress', {
    summary:
      'Downloads, boards, scans and activities up to now; ETag, so that a repeat costs nothing',
    response: { 200: progressFileSchema, 304: z.null().describe('As the ETag sent along says') },
  }),
  events: route('GET /api/progress/events', {
    summary: 'Server-sent events: `progress` with the new ETag at each change',
    response: { 200: file('text/event-stream', 'One event a change'), ...refusals(503) },
  }),
};

/** The public figures, and word of each change. Nothing in them is about a person. */
export function registerProgress(app: FastifyInstance, progress: LiveProgress): void {
  app.route({
    ...progressRoutes.read,
    config: { access: 'public', answers: 'figures' },
    // The text is ready: it is not parsed and serialized for each reader.
    serializerCompiler: () => (text) => text as unknown as string,
    handler: async (request, reply) => {
      const { json, etag } = await progress.current();
      reply.header('etag', etag);
      if (namesTag(request.headers['if-none-match'], etag)) return reply.code(304).send();
      return reply.type('application/json; charset=utf-8').send(json);
    },
  });
  const streams = createEventStreams(app, {
    event: 'progress',
    limits: { most: 1000, mostPerClient: 20 },
  });
  app.route({
    ...progressRoutes.events,
    config: { access: 'public' },
    handler: async (request, reply) => {
      const { etag } = await progress.current();
      return streams.open(reply, identifyClient(request), (tell) => {
        tell({ etag });
        return progress.subscribe((built) => tell({ etag: built.etag }));
      });
    },
  });
}
