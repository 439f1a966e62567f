import type { NoteLanguage } from './note-fields.ts';
import { noteLabels } from './note-labels.ts';
import type { PressNoteStatus } from './note-status.ts';

/**
 * Notices above a note in the preview, in its files and in the text for WhatsApp, so that nobody prints it as it is.
 * The reason of a cancellation is typed by one officer, and no part of the paper.
 */
export function noteNotices(
  note: { sample: boolean; status: PressNoteStatus },
  language: NoteLanguage,
): string[] {
  const { sample, cancelled } = noteLabels[language];
  return [...(note.sample ? [sample] : []), ...(note.status === 'cancelled' ? [cancelled] : [])];
}
