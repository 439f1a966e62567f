import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../process/refusal.ts';

export interface BodyTimes {
  /** Without a byte of the body. */
  stillMs: number;
  /** For a body that is no file. */
  wholeMs: number;
  /** For what still comes after the answer. */
  afterMs: number;
}

const usual: BodyTimes = { stillMs: 30_000, wholeMs: 120_000, afterMs: 10_000 };
const looksPerLimit = 10;

/**
 * Gives a file on a poor line all the time that it needs as long as something arrives, and ends with 408 what stalls
 * still. Everything else comes whole within a bounded time, and an answer that does not need the body ends it: nobody
 * holds a socket by sending a byte now and then. Headers have `headersTimeout`.
 */
export function limitBodyTime(app: FastifyInstance, changes: Partial<BodyTimes> = {}): void {
  const times = { ...usual, ...changes };
  app.addHook('onRequest', (request, reply, done) => {
    const { headers } = request;
    if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined)
      watch(request, reply, times);
    done();
  });
}

function watch(request: FastifyRequest, reply: FastifyReply, times: BodyTimes): void {
  const { raw } = request;
  const { socket } = raw;
  const isFile = request.headers['content-type']?.startsWith('multipart/') === true;
  const startedAt = performance.now();
  let read = socket.bytesRead;
  let movedAt = startedAt;
  let answeredAt: number | undefined;

  function look(): void {
    const now = performance.now();
    if (socket.bytesRead !== read) {
      read = socket.bytesRead;
      movedAt = now;
    }
    if (reply.raw.writableFinished) {
      answeredAt ??= now;
      if (now - answeredAt > times.afterMs) raw.destroy();
    } else if (now - movedAt > times.stillMs || (!isFile && now - startedAt > times.wholeMs)) {
      end();
    }
  }
  function end(): void {
    stop();
    // What has begun to answer can only break off.
    if (reply.sent) {
      raw.destroy();
      return;
    }
    reply.header('connection', 'close');
    reply.raw.once('finish', () => raw.destroy());
    reply.send(new Refusal('too-slow'));
  }
  const every = Math.min(times.stillMs, times.wholeMs, times.afterMs) / looksPerLimit;
  const looking = setInterval(look, every).unref();
  function stop(): void {
    clearInterval(looking);
  }
  raw.once('end', stop).once('close', stop);
}
