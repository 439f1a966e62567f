import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { type FileExtension, fileTypes } from '../../contract/file-types.ts';

/** Sends a file to be kept under this name, whose extension says its type. */
export function sendDownload(
  reply: FastifyReply,
  name: `${string}.${FileExtension}`,
  content: Uint8Array | Readable | string,
): FastifyReply {
  const extension = name.slice(name.lastIndexOf('.') + 1) as FileExtension;
  return reply
    .type(fileTypes[extension])
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(content);
}
