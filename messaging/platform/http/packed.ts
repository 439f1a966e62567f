import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { namesTag } from './entity-tag.ts';

/** A large answer that is the same for everybody: compressed once, by threads beside the loop. */
export interface Packed {
  type: string;
  etag: string;
  plain: Buffer;
  gzip: Buffer;
  br: Buffer;
}

export async function pack(type: string, text: string): Promise<Packed> {
  const plain = Buffer.from(text);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`;
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    promisify(gzip)(plain, { level: 9 }),
  ]);
  return { type, etag, plain, gzip: zipped, br };
}

/** Answers in the smallest coding that the client takes, or that it has it already. */
export function sendPacked(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  packed: Packed,
): FastifyReply {
  // Weak: each coding has bytes of its own.
  reply.headers({ etag: `W/${packed.etag}`, vary: 'accept-encoding' });
  if (namesTag(headers['if-none-match'], packed.etag)) return reply.code(304).send();
  const coding = (['br', 'gzip'] as const).find((name) => takes(headers['accept-encoding'], name));
  if (coding !== undefined) reply.header('content-encoding', coding);
  return reply.type(packed.type).send(packed[coding ?? 'plain']);
}

function takes(accepted: string | string[] | undefined, coding: string): boolean {
  return String(accepted ?? '')
    .split(',')
    .some((part) => {
      const [name, quality = '1'] = part.split(/;\s*q=/);
      return name?.trim().toLowerCase() === coding && Number(quality) > 0;
    });
}
