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

/** A variable as it stands in a text; its group is the kind. */
export const variableMark = new RegExp(`\\{#(${variableKinds.join('|')})#\\}`, 'g');
/** Longest value of one variable (DLT). */
export const variableLimit = 30;

export function variablesOf(text: string): Variable[] {
  return [...text.matchAll(variableMark)].map((match) => ({
    kind: match[1] as VariableKind,
    at: match.index,
    mark: match[0],
  }));
}

/** What stands before, between and behind the variables. */
export function fixedParts(text: string): string[] {
  const ends = [0];
  for (const { at, mark } of variablesOf(text)) ends.push(at, at + mark.length);
  ends.push(text.length);
  return Array.from({ length: ends.length / 2 }, (_, n) =>
    text.slice(ends[2 * n], ends[2 * n + 1]),
  );
}

const forms: Partial<Record<VariableKind, RegExp>> = {
  numeric: /^\d+$/,
  alphanumeric: /^[\p{L}\p{M}\p{N} ]+$/u,
  url: /^(https?:\/\/)?[a-z0-9.-]+\.[a-z]{2,}(\/\S*)?$/i,
  urlott: /^(https?:\/\/)?[a-z0-9.-]+\.[a-z]{2,}(\/\S*)?$/i,
  cbn: /^\+?\d{3,14}$/,
  email: /^\S+@\S+\.\S+$/,
};

/** A value that does not fit its variable; variables are counted from 1 in the order of the text. */
export class ValueError extends Error {
  readonly variable: number;
  readonly hi: string;
  readonly en: string;

  constructor(message: string, { variable, hi, en }: { variable: number; hi: string; en: string }) {
    super(message);
    this.variable = variable;
    this.hi = hi;
    this.en = en;
  }
}

const kindNames: Record<VariableKind, { hi: string; en: string }> = {
  var: { hi: 'कोई भी पाठ', en: 'any text' },
  numeric: { hi: 'केवल अंक', en: 'digits only' },
  alphanumeric: { hi: 'केवल अक्षर और अंक', en: 'letters and digits only' },
  url: { hi: 'वेब पता', en: 'a web address' },
  urlott: { hi: 'वेब पता', en: 'a web address' },
  cbn: { hi: 'फोन नम्बर', en: 'a phone number' },
  email: { hi: 'ई-मेल पता', en: 'an e-mail address' },
};

/**
 * The text that is sent: every variable in order takes a value.
 * @throws ValueError when values are missing, too many, too long, or not of the variable's kind
 */
export function fillTemplate(text: string, values: readonly string[]): string {
  const variables = variablesOf(text);
  if (values.length !== variables.length) {
    throw new ValueError(
      `Expected ${variables.length} values for \`variables\`, got ${values.length}`,
      {
        variable: Math.min(variables.length, values.length) + 1,
        hi: `पाठ में ${variables.length} मान भरने हैं, मिले ${values.length}`,
        en: `The text takes ${variables.length} values, got ${values.length}`,
      },
    );
  }
  let next = 0;
  return text.replace(variableMark, (whole, kind: VariableKind) => {
    const value = values[next] ?? '';
    next += 1;
    if (value.length === 0 || value.length > variableLimit) {
      throw new ValueError(
        `Expected 1 to ${variableLimit} characters for variable ${next} (${whole}), got ${value.length}`,
        {
          variable: next,
          hi: `मान ${next} में 1 से ${variableLimit} अक्षर हों; अभी ${value.length} हैं`,
          en: `Value ${next} takes 1 to ${variableLimit} characters; it has ${value.length}`,
        },
      );
    }
    if (forms[kind]?.test(value) === false) {
      throw new ValueError(
        `Expected a value of kind ${kind} for variable ${next}, got "${value}"`,
        {
          variable: next,
          hi: `मान ${next} में ${kindNames[kind].hi} भरें`,
          en: `Value ${next} takes ${kindNames[kind].en}`,
        },
      );
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
