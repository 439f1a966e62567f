import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Decoders, DecoderTask } from '../decoding/decoders.ts';

export const paperTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  zip: 'application/zip',
} as const;

/** Where papers are written, by turns of the accounts that want them. */
export type PaperPress = Pick<Decoders, 'readWhole'>;

type Writer = (content: never) => Uint8Array | Promise<Uint8Array>;

/**
 * A writer of a paper, to be run beside the service: a first page takes 130 to 260 ms of a thread, fonts included, and a long
 * report seconds.
 * @param write the name of the function that the module exports
 */
export function paperTask<W extends Writer>(
  module: URL,
  write: string,
): DecoderTask<(content: Parameters<W>[0]) => Promise<Uint8Array>> {
  return { kind: 'document', module, run: write };
}

/** Sends a paper to be kept under this name, whose extension says its type. */
export function sendPaper(
  reply: FastifyReply,
  name: `${string}.${keyof typeof paperTypes}`,
  content: Uint8Array | Readable | string,
): FastifyReply {
  const extension = name.slice(name.lastIndexOf('.') + 1) as keyof typeof paperTypes;
  return reply
    .type(paperTypes[extension])
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(content);
}
