import { checkText, type KnownWords } from './check-text.ts';
import type { PressFinding } from './finding.ts';

export interface FieldFinding<Field extends string = string> extends PressFinding {
  field: Field;
}

const between = '\n';

/**
 * Findings that a reader has to look at before typed words leave the house. The fields are read as one text, in the order in which they
 * are shown: what begins in the one and ends in the next is found too. Places are those of the field in which it begins.
 */
export function publicText<Field extends string>(
  texts: Readonly<Record<Field, string>>,
  known: KnownWords,
): FieldFinding<Field>[] {
  let start = 0;
  const fields = (Object.keys(texts) as Field[]).map((field) => {
    const from = start;
    start += texts[field].length + between.length;
    return { field, from, length: texts[field].length };
  });
  return checkText(Object.values(texts).join(between), known).flatMap((finding) => {
    const begins = fields.findLast(({ from }) => from <= finding.from);
    if (begins === undefined) return [];
    const { field, from, length } = begins;
    const to = Math.min(finding.to - from, length);
    return [{ ...finding, field, from: finding.from - from, to }];
  });
}
