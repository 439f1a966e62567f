import type { FastifyInstance } from 'fastify';
import { identifyClient } from '../../platform/http/client.ts';
import { namesTag } from '../../platform/http/entity-tag.ts';
import { createEventStreams } from '../../platform/http/event-streams.ts';
import type { LiveProgress } from './live-progress.ts';
import { progressRoutes } from './progress-schemas.ts';

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
