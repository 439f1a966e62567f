import type { FastifyInstance, FastifyReply } from 'fastify';
import { progressRoutes } from '../contract/progress.ts';
import type { LiveProgress } from './live-progress.ts';

const mostListeners = 1000;
const heartbeatMs = 25_000;

/** The public figures, and word of each change. Nothing in them is about a person. */
export function registerProgress(app: FastifyInstance, progress: LiveProgress): void {
  app.route({
    ...progressRoutes.read,
    config: { access: 'public' },
    // The text is ready: it is not taken apart and made anew for each reader.
    serializerCompiler: () => (text) => text as unknown as string,
    handler: async (request, reply) => {
      const { json, etag } = await progress.current();
      reply.header('etag', etag).header('cache-control', 'public, no-cache');
      if (namesTag(request.headers['if-none-match'], etag)) return reply.code(304).send();
      return reply.type('application/json; charset=utf-8').send(json);
    },
  });
  const streams = new Set<FastifyReply>();
  app.route({
    ...progressRoutes.events,
    config: { access: 'public' },
    handler: async (_request, reply) => {
      if (streams.size >= mostListeners)
        return reply.code(503).send({ error: 'too-many-listeners' });
      const { etag } = await progress.current();
      // Headers that were set so far (security, no framing) go with it.
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      reply.hijack();
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
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
