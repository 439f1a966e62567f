import type { PressNoteDetail } from '../../../../../messaging/contract/field/press-notes.ts';

export interface PanelProps {
  detail: PressNoteDetail;
  /** Called with the changed note and the words for what was done. */
  onDone: (detail: PressNoteDetail, said: string) => void;
}
