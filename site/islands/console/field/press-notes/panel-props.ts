import type { PressNoteDetail } from '../../../../../messaging/contract/field/press-notes.ts';

export interface PanelProps {
  detail: PressNoteDetail;
  /** Takes the note as it now is, and what was done. */
  onDone: (detail: PressNoteDetail, said: string) => void;
}
