import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FileStore } from './file-store.ts';

/**
 * Answers with a stored file: whole, or the part that a player asks for, with its ETag.
 * @param found called before the answer, where there is such a file
 * @returns undefined where there is none
 */
export async function sendStored(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    store,
    name,
    contentType,
    found,
  }: { store: FileStore; name: string; contentType: string; found?: () => Promise<void> },
): Promise<FastifyReply | undefined> {
  const head = await store.head(name);
  if (head === undefined) return undefined;
  await found?.();
  const range = pickRange(request, reply, head);
  if (range === undefined) return reply;
  reply.type(contentType);
  if (request.method === 'HEAD') return reply.send(Readable.from([]));
  const file = await store.get(name, range.isWhole ? undefined : range);
  return file && reply.send(file.content);
}

/**
 * Bytes that a client asks for of something with an ETag; says in the answer's head which they are.
 * @returns undefined where it is answered without any: the client has it, or asks for what lies outside
 */
export function pickRange(
  request: FastifyRequest,
  reply: FastifyReply,
  { bytes, etag }: { bytes: number; etag: string },
): { start: number; end: number; isWhole: boolean } | undefined {
  reply.header('accept-ranges', 'bytes').header('etag', etag);
  const known = request.headers['if-none-match']
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.includes(etag) || known?.includes('*')) {
    reply.code(304).send();
    return undefined;
  }
  const unchanged = [undefined, etag].includes(request.headers['if-range'] as string | undefined);
  const range = byteRange(unchanged ? request.headers.range : undefined, bytes);
  if (range === 'outside') {
    reply.code(416).header('content-range', `bytes */${bytes}`).send();
    return undefined;
  }
  const isWhole = range === 'whole';
  const { start, end } = isWhole ? { start: 0, end: bytes - 1 } : range;
  if (!isWhole) reply.code(206).header('content-range', `bytes ${start}-${end}/${bytes}`);
  reply.header('content-length', end - start + 1);
  return { start, end, isWhole };
}

/** A part of a body, both ends with it; `whole` where none is asked for; `outside` for 416. */
type ByteRange = { start: number; end: number } | 'whole' | 'outside';

/** Reads a `Range` header (RFC 9110, 14.1.2). Several ranges at once are answered with the whole. */
function byteRange(header: string | undefined, bytes: number): ByteRange {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (match === null) return 'whole';
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return 'whole';
  if (first === '') {
    const count = Math.min(bytes, Number(last));
    return count === 0 ? 'outside' : { start: bytes - count, end: bytes - 1 };
  }
  const start = Number(first);
  const end = last === '' ? bytes - 1 : Math.min(bytes - 1, Number(last));
  if (last !== '' && Number(last) < start) return 'whole';
  return start >= bytes ? 'outside' : { start, end };
}
