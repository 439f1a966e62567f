import type { FastifyReply } from 'fastify';

/** Aborts when nobody waits for the answer any longer: the connection is closed. */
export function untilGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  // With a reason: to make an error of each connection that ends costs more than the end itself.
  const end = () => gone.abort('gone');
  if (raw.destroyed) end();
  raw.once('close', end);
  return gone.signal;
}
