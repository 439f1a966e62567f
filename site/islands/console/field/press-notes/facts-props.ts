import type { PressForm } from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';
import type { NoteFaults, NoteFormState } from './note-form.ts';

export interface FactsProps {
  form: NoteFormState;
  change: (part: Partial<NoteFormState>) => void;
  faults: NoteFaults;
  lists: PressForm;
}
