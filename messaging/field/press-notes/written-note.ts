import type { PressNoteContent } from '../../../campaigns/press-notes/note-content.ts';
import { noteLabels } from '../../../campaigns/press-notes/note-labels.ts';
import type { SheetTable } from '../../platform/documents/pdf-table.ts';

/** An issued note, as its files have it. */
export interface WrittenNote {
  content: PressNoteContent;
  issuedOn: string;
  /** Beside its link. */
  app: string;
  /** Stand above it. */
  notices: readonly string[];
}

/** A note's figures as a table of documents. */
export function figuresTable({ figures, language = 'hi' }: PressNoteContent): SheetTable | null {
  if (figures === null) return null;
  const { head, rows } = figures;
  const title = noteLabels[language].figures;
  return { title, widths: [0.24, 0.16, 0.6], head, rows, counts: [1], summed: false };
}
