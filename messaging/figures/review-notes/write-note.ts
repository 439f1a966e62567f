import type { NoteFormat } from '../../contract/values.ts';
import { type PaperPress, paperTask } from '../../platform/documents/papers.ts';
import type { NoteContent } from './note-content.ts';
import type { noteDocx } from './note-docx.ts';
import type { notePdf } from './note-pdf.ts';

const writers = {
  pdf: paperTask<typeof notePdf>(new URL('./note-pdf.ts', import.meta.url), 'notePdf'),
  docx: paperTask<typeof noteDocx>(new URL('./note-docx.ts', import.meta.url), 'noteDocx'),
};

export type WriteNote = (
  note: NoteContent,
  format: NoteFormat,
  account: string,
) => Promise<Uint8Array>;

export function writeNotesBy(press: PaperPress): WriteNote {
  return (note, format, account) => press.readWhole(writers[format], note, account);
}
