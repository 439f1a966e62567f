import type { FastifyInstance, FastifyReply } from 'fastify';
import { progressRoutes } from '../contract/progress.ts';
import type { LiveProgress } from './live-progress.ts';
import { createStreamPlaces } from './stream-places.ts';

const streamLimits = { most: 1000, mostPerClient: 20 };
/** A page whose stream is refused asks again after this long. */
const retryAfterSeconds = 60;
const heartbeatMs = 25_000;

/** The public figures, and word of each change. Nothing in them is about a person. */
export function registerProgress(app: FastifyInstance, progress: LiveProgress): void {
  app.route({
    ...progressRoutes.read,
    config: { access: 'public', answers: 'figures' },
    // The text is ready: it is not taken apart and made anew for each reader.
    serializerCompiler: () => (text) => text as unknown as string,
    handler: async (request, reply) => {
      const { json, etag } = await progress.current();
      reply.header('etag', etag);
      if (namesTag(request.headers['if-none-match'], etag)) return reply.code(304).send();
      return reply.type('application/json; charset=utf-8').send(json);
    },
  });
  const streams = new Set<FastifyReply>();
  const places = createStreamPlaces(streamLimits);
  app.route({
    ...progressRoutes.events,
    config: { access: 'public' },
    handler: async (request, reply) => {
      const { etag } = await progress.current();
      const leave = places.take(request.ip);
      if (leave === null) {
        reply.code(503).header('retry-after', String(retryAfterSeconds));
        return reply.send({ error: 'too-many-listeners' });
      }
      reply.hijack();
      reply.raw.writeHead(200, {
        ...app.headersOf('api'),
        'content-type': 'text/event-stream; charset=utf-8',
        'x-accel-buffering': 'no',
        // So that nothing is waited for once the stream has ended.
        connection: 'close',
      });
      const tell = (tag: string) =>
        reply.raw.write(`event: progress\ndata: ${JSON.stringify({ etag: tag })}\n\n`);
      tell(etag);
      const unsubscribe = progress.subscribe((built) => tell(built.etag));
      const heartbeat = setInterval(() => reply.raw.write(': still here\n\n'), heartbeatMs).unref();
      streams.add(reply);
      reply.raw.once('close', () => {
        unsubscribe();
        clearInterval(heartbeat);
        streams.delete(reply);
        leave();
      });
      return reply;
    },
  });
  app.addHook('preClose', async () => {
    for (const { raw } of streams) raw.end();
  });
}

function namesTag(header: string | undefined, etag: string): boolean {
  return (
    header
      ?.split(',')
      .some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*') ?? false
  );
}
