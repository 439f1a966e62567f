import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { FileStore } from '../../platform/files/file-store.ts';
import { Refusal } from '../../platform/process/refusal.ts';

/** A JPEG that is kept. */
interface KeptPicture {
  sha256: string;
  store: FileStore;
  path: string;
}

/** Sends a kept picture, or that the browser has it already. */
export async function sendKept(
  reply: FastifyReply,
  headers: IncomingHttpHeaders,
  { sha256, store, path }: KeptPicture,
): Promise<FastifyReply> {
  // Its name is the hash of what it holds.
  const etag = `"${sha256}"`;
  reply.header('etag', etag);
  if (headers['if-none-match'] === etag) return reply.code(304).send(null);
  const picture = await store.get(path);
  if (picture === undefined) throw new Refusal('not-found');
  return reply.type('image/jpeg').header('content-length', picture.bytes).send(picture.content);
}
