import { whatsappText } from '../../../campaigns/press-notes/whatsapp-text.ts';
import { paperTask } from '../../platform/documents/papers.ts';
import type { pressNoteDocx } from './note-docx.ts';
import type { pressNotePdf } from './note-pdf.ts';
import type { WrittenNote } from './written-note.ts';

const here = import.meta.url;

export const pressWriters = {
  pdf: paperTask<typeof pressNotePdf>(new URL('./note-pdf.ts', here), 'pressNotePdf'),
  docx: paperTask<typeof pressNoteDocx>(new URL('./note-docx.ts', here), 'pressNoteDocx'),
};

/** A note as a message is pasted. */
export function pressNoteText({ content, app, notices }: WrittenNote): string {
  return whatsappText(content, { app, notices });
}
