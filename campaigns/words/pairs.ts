import type { Bilingual } from '../bilingual.ts';

/** A text in the campaign's own language and in English, beside each other. */
export type Pair<Text = string> = readonly [own: Text, english: Text];

export const inBoth = ([hi, en]: Pair): Bilingual => ({ hi, en });

type Sentence = (...given: never[]) => Texts;
type Texts = Pair | readonly (Texts | Sentence)[];
interface Branch {
  readonly [key: string]: unknown;
}

/**
 * A dictionary as it is written: texts, sentences with something put in, lists of texts, and branches of these; or a branch
 * from elsewhere in either language. A sentence with the name of an array's or a function's method (`at`, `call`) states
 * that it returns a `Pair`, as TypeScript would take it for that method.
 */
export interface Pairs {
  readonly [key: string]: Texts | Sentence | Pair<Branch> | Pairs;
}

/** The same dictionary as it is read in one language. */
export type Dictionary<Written> = Written extends (...given: infer Given) => infer Said
  ? (...given: Given) => Dictionary<Said>
  : Written extends Pair
    ? string
    : Written extends Pair<infer Own extends Branch>
      ? Own
      : { readonly [Key in keyof Written]: Dictionary<Written[Key]> };

/** Reads a dictionary written as pairs in either language. */
export function pairs<const Written extends Pairs>(
  written: Written,
): { readonly hi: Dictionary<Written>; readonly en: Dictionary<Written> } {
  const read = (side: 0 | 1) => pick(written, side) as Dictionary<Written>;
  return { hi: read(0), en: read(1) };
}

function pick(written: unknown, side: 0 | 1): unknown {
  if (typeof written === 'function') return (...given: unknown[]) => pick(written(...given), side);
  if (!Array.isArray(written))
    return Object.fromEntries(
      Object.entries(written as object).map(([key, inner]) => [key, pick(inner, side)]),
    );
  const isList = Array.isArray(written[0]) || typeof written[0] === 'function';
  return isList ? written.map((inner) => pick(inner, side)) : written[side];
}
