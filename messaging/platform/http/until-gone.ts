import type { FastifyReply } from 'fastify';

/** Aborts when nobody waits for the answer any longer: the connection is closed. */
export function untilGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  if (raw.destroyed) gone.abort();
  raw.once('close', () => gone.abort());
  return gone.signal;
}
