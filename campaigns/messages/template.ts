import { type VariableKind, variableMark } from './variable-mark.ts';

export interface Variable {
  kind: VariableKind;
  /** Where it begins in the text, in UTF-16 units. */
  at: number;
  /** As written in the text. */
  mark: string;
}

export function findVariables(text: string): Variable[] {
  return [...text.matchAll(variableMark)].map((match) => ({
    kind: match[1] as VariableKind,
    at: match.index,
    mark: match[0],
  }));
}

/** Fixed text before, between and after the variables. */
export function fixedParts(text: string): string[] {
  const ends = [0];
  for (const { at, mark } of findVariables(text)) ends.push(at, at + mark.length);
  ends.push(text.length);
  return Array.from({ length: ends.length / 2 }, (_, n) =>
    text.slice(ends[2 * n], ends[2 * n + 1]),
  );
}
