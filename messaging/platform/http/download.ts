import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Campaign } from '../../../campaigns/campaign.ts';
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

/** The name of each file of a demonstration begins with its stamp, wherever the file lies later. */
export function markDownloads(
  app: FastifyInstance,
  { demonstration }: Pick<Campaign, 'demonstration'>,
): void {
  if (demonstration === undefined) return;
  const stamp = demonstration.stamp.en.replaceAll(/[^A-Za-z]+/g, '-');
  app.addHook('onSend', async (_request, reply) => {
    const named = reply.getHeader('content-disposition');
    if (typeof named !== 'string') return;
    reply.header('content-disposition', named.replace('filename="', `filename="${stamp}-`));
  });
}
