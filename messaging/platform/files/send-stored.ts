import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { byteRange } from '../http/byte-range.ts';
import type { FileStore } from './file-store.ts';

/**
 * Answers with a stored file: whole, or the part that a player asks for, with its ETag.
 * @returns undefined where there is no such file
 */
export async function sendStored(
  request: FastifyRequest,
  reply: FastifyReply,
  { store, name, contentType }: { store: FileStore; name: string; contentType: string },
): Promise<FastifyReply | undefined> {
  const head = await store.head(name);
  if (head === undefined) return undefined;
  const { bytes, etag } = head;
  reply.header('accept-ranges', 'bytes').header('etag', etag);
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim());
  if (known?.includes(etag) === true) return reply.code(304).send();
  const unchanged = [undefined, etag].includes(request.headers['if-range'] as string | undefined);
  const range = byteRange(unchanged ? request.headers.range : undefined, bytes);
  if (range === 'outside') {
    return reply.code(416).header('content-range', `bytes */${bytes}`).send();
  }
  const { start, end } = range === 'whole' ? { start: 0, end: bytes - 1 } : range;
  if (range !== 'whole') reply.code(206).header('content-range', `bytes ${start}-${end}/${bytes}`);
  reply.type(contentType).header('content-length', end - start + 1);
  if (request.method === 'HEAD') return reply.send(Readable.from([]));
  const found = await store.get(name, range === 'whole' ? undefined : range);
  return found && reply.send(found.content);
}
