import type { Decoders, DecoderTask } from '../decoding/decoders.ts';
import { markPaper, type Paper } from './paper.ts';
import type { paperDocx } from './paper-docx.ts';
import type { paperPdf } from './paper-pdf.ts';
import type { paperXlsx } from './paper-xlsx.ts';

/** Where papers are written, by turns of the accounts that want them. */
export type PaperPress = Pick<Decoders, 'readWhole' | 'mark'>;

export type PaperFormat = 'pdf' | 'docx' | 'xlsx';

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

const here = import.meta.url;
const writers = {
  pdf: paperTask<typeof paperPdf>(new URL('./paper-pdf.ts', here), 'paperPdf'),
  docx: paperTask<typeof paperDocx>(new URL('./paper-docx.ts', here), 'paperDocx'),
  xlsx: paperTask<typeof paperXlsx>(new URL('./paper-xlsx.ts', here), 'paperXlsx'),
};

/** @param account in whose turn it is written */
export function writePaper(
  press: PaperPress,
  paper: Paper,
  { format, account }: { format: PaperFormat; account: string },
): Promise<Uint8Array> {
  const { mark } = press;
  return press.readWhole(writers[format], mark ? markPaper(paper, mark) : paper, account);
}
