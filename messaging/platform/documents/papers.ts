import type { Decoders, DecoderTask } from '../decoding/decoders.ts';

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
