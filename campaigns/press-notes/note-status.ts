import type { Demonstration } from '../demonstration.ts';
import type { NoteLanguage } from './note-fields.ts';
import { noteLabels } from './note-labels.ts';

/**
 * `waiting`: somebody typed a word, and a second officer reads it before it goes out. `issued` has its number, and keeps it
 * when it is cancelled.
 */
export const pressNoteStatuses = ['draft', 'waiting', 'issued', 'cancelled'] as const;
export type PressNoteStatus = (typeof pressNoteStatuses)[number];

/** `read`: the second officer issues it. */
export const pressNoteActions = ['change', 'submit', 'read', 'return', 'issue', 'cancel'] as const;
export type PressNoteAction = (typeof pressNoteActions)[number];

const allowed: Record<PressNoteAction, readonly PressNoteStatus[]> = {
  change: ['draft', 'waiting'],
  submit: ['draft'],
  read: ['waiting'],
  return: ['waiting'],
  issue: ['draft'],
  cancel: ['issued'],
};

export function isPossible(status: PressNoteStatus, action: PressNoteAction): boolean {
  return allowed[action].includes(status);
}

/**
 * Notices above a note in the preview, in its files and in the text for WhatsApp, so that nobody prints it as it is.
 * A file has the mark of a demonstration by itself, the text takes it from the campaign. The reason of a cancellation is typed by one officer, and no part of the paper.
 */
export function noteNotices(
  note: { status: PressNoteStatus },
  language: NoteLanguage,
  { demonstration }: { demonstration?: Demonstration | undefined } = {},
): string[] {
  const mark = demonstration?.notice[language];
  const cancelled = note.status === 'cancelled' ? [noteLabels[language].cancelled] : [];
  return [...(mark === undefined ? [] : [mark]), ...cancelled];
}
