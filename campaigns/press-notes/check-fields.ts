import { checkText, type KnownWords } from './check-text.ts';
import type { PressFinding } from './finding.ts';
import { type TypedField, type TypedTexts, typedFields } from './note-fields.ts';

export interface FieldFinding extends PressFinding {
  field: TypedField;
}

const between = '\n';

/**
 * Checks all that is typed as one text, as the note's reader has it before the eyes: what begins in the title and ends in
 * the details is found too. Places are those of the field in which a finding begins.
 */
export function checkFields(texts: TypedTexts, known: KnownWords): FieldFinding[] {
  const whole = typedFields.map((field) => texts[field]).join(between);
  const starts = typedFields.map((_, index) =>
    typedFields
      .slice(0, index)
      .reduce((sum, field) => sum + texts[field].length + between.length, 0),
  );
  return checkText(whole, known).map((finding) => {
    const index = starts.findLastIndex((start) => start <= finding.from);
    const field = typedFields[index] ?? 'details';
    const start = starts[index] ?? 0;
    const to = Math.min(finding.to - start, texts[field].length);
    return { ...finding, field, from: finding.from - start, to };
  });
}
