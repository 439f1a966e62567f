import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import twilio from 'twilio';

export type TwilioFields = Record<string, string | string[]>;

declare module 'fastify' {
  interface FastifyRequest {
    twilio: TwilioFields;
  }
}

const formLimitBytes = 64 * 1024;

/**
 * Lets only what Twilio signed come through, in this plugin's routes: the signature covers the public URL, as the
 * provider was given it, and every field. A repeated request is genuine too, so handlers must be idempotent.
 */
export function acceptTwilioForms(
  app: FastifyInstance,
  options: { callbackTokens: readonly string[]; publicUrl: string },
): void {
  app.decorateRequest('twilio');
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: formLimitBytes },
    (_request, body, done) => done(null, body),
  );
  app.addHook('preValidation', async (request: FastifyRequest, reply: FastifyReply) => {
    const fields = readFields(request.body);
    const signature = request.headers['x-twilio-signature'];
    const url = options.publicUrl + (request.raw.url ?? '');
    if (
      fields === null ||
      typeof signature !== 'string' ||
      !options.callbackTokens.some((token) => twilio.validateRequest(token, signature, url, fields))
    ) {
      return reply.code(403).send({ error: 'not-signed' });
    }
    request.twilio = fields;
    return undefined;
  });
}

function readFields(body: unknown): TwilioFields | null {
  if (typeof body !== 'string') return null;
  const fields: TwilioFields = Object.create(null) as TwilioFields;
  for (const [name, value] of new URLSearchParams(body)) {
    const earlier = fields[name];
    if (earlier === undefined) fields[name] = value;
    else fields[name] = [...[earlier].flat(), value];
  }
  return fields;
}

/** A field that occurs once; empty otherwise. */
export function readField(fields: TwilioFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}
