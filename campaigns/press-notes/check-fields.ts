import { checkText } from './check-text.ts';
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
export function checkFields(texts: TypedTexts): FieldFinding[] {
  const whole = typedFields.map((field) => texts[field]).join(between);
  const starts = typedFields.map((_, index) =>
    typedFields
      .slice(0, index)
      .reduce((sum, field) => sum + texts[field].length + between.length, 0),
  );
  return checkText(whole).map((finding) => {
    const index = starts.findLastIndex((start) => start <= finding.from);
    const field = typedFields[index] ?? 'details';
    const start = starts[index] ?? 0;
    const to = Math.min(finding.to - start, texts[field].length);
    return { ...finding, field, from: finding.from - start, to };
  });
}

/** What an officer wants to let stand, and why. */
export interface Overrule {
  rule: PressFinding['rule'];
  field: TypedField;
  found: string;
  reason: string;
}

/** Whether a finding is among those that were let stand: the same words in the same field. */
export function isOverruled(finding: FieldFinding, overrules: readonly Overrule[]): boolean {
  return (
    finding.level === 'fix' &&
    overrules.some(
      ({ rule, field, found }) =>
        rule === finding.rule && field === finding.field && found === finding.found,
    )
  );
}
