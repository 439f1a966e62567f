import { hash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const formLimitBytes = 64 * 1024;

/**
 * Lets only who knows the installation's token come through, in this plugin's routes; without one, nobody. Forms come
 * as bytes: Exotel posts receipts of messages url-encoded and those of calls as multipart.
 */
export function acceptExotel(app: FastifyInstance, token: string | undefined): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: formLimitBytes },
    (_request, body, done) => done(null, body),
  );
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const { token: inPath } = request.params as { token?: string };
    if (token === undefined || inPath === undefined || !sameText(inPath, token)) {
      return reply.code(403).send({ error: 'not-signed' });
    }
    return undefined;
  });
}

/** In the same time whatever is given. */
export function sameText(one: string, other: string): boolean {
  return timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));
}

/** The fields of a posted form; null if it is not a form. */
export async function readExotelForm(
  request: Pick<FastifyRequest, 'body' | 'headers'>,
): Promise<Record<string, string> | null> {
  const { body, headers } = request;
  if (!Buffer.isBuffer(body)) return null;
  const type = headers['content-type'] ?? '';
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': type },
    }).formData();
    const fields: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const [name, value] of form) if (typeof value === 'string') fields[name] = value;
    return fields;
  } catch {
    return null;
  }
}

/** An Indian mobile number in E.164 form, as Exotel writes it: with a zero before it, or the country's code. */
export function exotelNumber(field: string | undefined): string | null {
  const national = /^(?:\+?91|0)?([6-9]\d{9})$/.exec(field?.trim() ?? '')?.[1];
  return national === undefined ? null : `+91${national}`;
}
