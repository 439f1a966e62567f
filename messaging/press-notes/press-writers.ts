import { whatsappText } from '../../campaigns/press-notes/whatsapp-text.ts';
import type { PressFormat } from '../contract/values.ts';
import type { WrittenNote } from './written-note.ts';

/** Each format's content type, and what writes it; the writers of documents come when one is asked for. */
export const pressWriters: Record<
  PressFormat,
  { type: string; write(note: WrittenNote): Promise<Uint8Array> | Uint8Array }
> = {
  pdf: {
    type: 'application/pdf',
    write: async (note) => (await import('./note-pdf.ts')).pressNotePdf(note),
  },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (note) => (await import('./note-docx.ts')).pressNoteDocx(note),
  },
  txt: {
    type: 'text/plain; charset=utf-8',
    write: ({ content, app, notices }) => Buffer.from(whatsappText(content, { app, notices })),
  },
};
