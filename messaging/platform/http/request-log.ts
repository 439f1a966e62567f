import { randomInt } from 'node:crypto';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';

/**
 * Ids of requests that no other process gives and none gives again after a start: the audit log keeps them. Letters come
 * first, so that no part of one looks like a phone number, which the log would mask.
 */
export function createRequestIds(): () => string {
  const own = Array.from({ length: 10 }, () => (10 + randomInt(26)).toString(36)).join('');
  let count = 0;
  return () => {
    count += 1;
    return `${own}-${count.toString(36)}`;
  };
}

/** Tells of requests at `debug`: at `info` two lines for each would hide all others. What fails has its own line. */
export class RequestLog extends LogController {
  override incomingRequest(request: FastifyRequest): void {
    request.log.debug({ req: request }, 'incoming request');
  }

  override requestCompleted(
    error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    if (error) super.requestCompleted(error, request, reply);
    else reply.log.debug({ res: reply, responseTime: reply.elapsedTime }, 'request completed');
  }
}
