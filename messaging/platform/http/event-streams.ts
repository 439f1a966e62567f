import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Client } from './client.ts';
import { createPlaces, leavePlace, takePlace } from './places.ts';

/** Writes one event to the listeners. */
export type Tell = (data: object) => void;

export interface EventStreams {
  /**
   * Opens a stream of server-sent events, or refuses with 503 who has enough of them.
   * @param listen begins to tell, and returns what ends it
   */
  open(reply: FastifyReply, client: Client, listen: (tell: Tell) => () => void): FastifyReply;
}

export interface StreamOptions {
  /** Name of its events. */
  event: string;
  limits: { most: number; mostPerClient: number };
  /** First lines of a stream. */
  greeting?: string;
  /** Then the browser asks again; without it a stream ends with its listener. */
  longestMs?: number;
  /** Asked with each heartbeat; a stream whose listener was signed out meanwhile ends. */
  mayGoOn?: (request: FastifyRequest) => Promise<boolean>;
  /** 25 s, unless told otherwise. */
  heartbeatMs?: number;
}

/** A page whose stream is refused asks again after this long. */
const retryAfterSeconds = 60;

/** Streams of one route, ended with the server. */
export function createEventStreams(
  app: FastifyInstance,
  { event, limits, greeting, longestMs, mayGoOn, heartbeatMs = 25_000 }: StreamOptions,
): EventStreams {
  const places = createPlaces(limits);
  const streams = new Set<FastifyReply>();
  app.addHook('preClose', async () => {
    for (const { raw } of streams) raw.end();
  });
  return {
    open(reply, client, listen) {
      // Node writes no body to HEAD, and so would never write its head either.
      if (reply.request.method === 'HEAD') return reply.type('text/event-stream').send();
      // A stream that gives way is opened again by its page, and refused then.
      const place = takePlace(places, client, () => reply.raw.end());
      if (place === undefined) {
        reply.code(503).header('retry-after', String(retryAfterSeconds));
        return reply.send({ error: 'too-many-listeners' });
      }
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        ...app.headersOf('api'),
        'content-type': 'text/event-stream; charset=utf-8',
        'x-accel-buffering': 'no',
        // So that nothing is waited for once the stream has ended.
        connection: 'close',
      });
      if (greeting !== undefined) raw.write(greeting);
      const stop = listen((data) =>
        raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
      );
      const heartbeat = setInterval(() => {
        raw.write(': still here\n\n');
        // While rights cannot be checked, listeners stay.
        void mayGoOn?.(reply.request).then(
          (isThere) => isThere || raw.end(),
          () => undefined,
        );
      }, heartbeatMs).unref();
      const end =
        longestMs === undefined ? undefined : setTimeout(() => raw.end(), longestMs).unref();
      streams.add(reply);
      raw.once('close', () => {
        stop();
        clearInterval(heartbeat);
        clearTimeout(end);
        streams.delete(reply);
        leavePlace(places, place);
      });
      return reply;
    },
  };
}
