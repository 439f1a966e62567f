/** Kinds of the direction of 18.11.2025, and the untagged `var` of before. */
export const variableKinds = [
  'var',
  'numeric',
  'alphanumeric',
  'url',
  'urlott',
  'cbn',
  'email',
] as const;
export type VariableKind = (typeof variableKinds)[number];

export interface Variable {
  kind: VariableKind;
  /** Where it begins in the text, in UTF-16 units. */
  at: number;
  /** As it stands in the text. */
  mark: string;
}

const mark = new RegExp(`\\{#(${variableKinds.join('|')})#\\}`, 'g');
/** Longest value of one variable (DLT). */
export const variableLimit = 30;

export function variablesOf(text: string): Variable[] {
  return [...text.matchAll(mark)].map((match) => ({
    kind: match[1] as VariableKind,
    at: match.index,
    mark: match[0],
  }));
}

const forms: Partial<Record<VariableKind, RegExp>> = {
  numeric: /^\d+$/,
  alphanumeric: /^[\p{L}\p{M}\p{N} ]+$/u,
  url: /^(https?:\/\/)?[a-z0-9.-]+\.[a-z]{2,}(\/\S*)?$/i,
  urlott: /^(https?:\/\/)?[a-z0-9.-]+\.[a-z]{2,}(\/\S*)?$/i,
  cbn: /^\+?\d{3,14}$/,
  email: /^\S+@\S+\.\S+$/,
};

/**
 * The text that is sent: every variable in order takes a value.
 * @throws when values are missing, too many, too long, or not of the variable's kind
 */
export function fillTemplate(text: string, values: readonly string[]): string {
  const variables = variablesOf(text);
  if (values.length !== variables.length) {
    throw new Error(`Expected ${variables.length} values for \`variables\`, got ${values.length}`);
  }
  let next = 0;
  return text.replace(mark, (whole, kind: VariableKind) => {
    const value = values[next] ?? '';
    next += 1;
    if (value.length === 0 || value.length > variableLimit) {
      throw new Error(
        `Expected 1 to ${variableLimit} characters for variable ${next} (${whole}), got ${value.length}`,
      );
    }
    if (forms[kind]?.test(value) === false) {
      throw new Error(`Expected a value of kind ${kind} for variable ${next}, got "${value}"`);
    }
    return value;
  });
}

/** Values with the blast's link in every link variable; the others are taken in order. */
export function valuesWithLink(text: string, link: string, others: readonly string[]): string[] {
  let next = 0;
  return variablesOf(text).map(({ kind }) => {
    if (kind === 'url') return link;
    next += 1;
    return others[next - 1] ?? '';
  });
}
