import type { PressNoteDetail } from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';

export interface PanelProps {
  detail: PressNoteDetail;
  /** Called with the changed note and the words for what was done. */
  onDone: (detail: PressNoteDetail, said: string) => void;
}
