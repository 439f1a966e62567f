import { parseCount } from '../numbers.ts';

/** Picks the form of a word that goes with a count: a number, or a count as it is shown (1,234). */
export type Plural = (count: number | string, one: string, other: string) => string;

/** A count is one or many by the language's own rule (CLDR through Intl): in Hindi 0 and 1 are one. */
export function makePlural(language: 'hi' | 'en'): Plural {
  const rules = new Intl.PluralRules(language);
  return (count, one, other) => {
    const value = typeof count === 'number' ? count : parseCount(count);
    return value !== undefined && rules.select(value) === 'one' ? one : other;
  };
}

/** The rule of either language, for sentences written as pairs. */
export const plural = { hi: makePlural('hi'), en: makePlural('en') };
