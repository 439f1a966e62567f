import { useMemo } from 'react';
import {
  checkFields,
  type FieldFinding,
} from '../../../../../campaigns/press-notes/check-fields.ts';
import { knownWords } from '../../../../../campaigns/press-notes/check-text.ts';
import type { TypedTexts } from '../../../../../campaigns/press-notes/note-fields.ts';
import type { PressForm } from '../../../../../messaging/field/press-notes/press-notes-schemas.ts';

/** Finds in the typed words what the service would refuse or warn of. */
export function useFindings(
  { title, details }: TypedTexts,
  { places, pressNotes }: PressForm,
): FieldFinding[] {
  const known = useMemo(() => knownWords(places, pressNotes.sections), [places, pressNotes]);
  return useMemo(() => checkFields({ title, details }, known), [title, details, known]);
}
