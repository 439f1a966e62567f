import { ownLanguage } from './own-language.ts';

/** Uttar Pradesh's office in words that are written for it, and what another state's campaign says instead. */
const offices: readonly [RegExp, string][] = [
  [/ADG Technical Services/g, 'Headquarters'],
  [/Technical Services(?: HQ|, Lucknow)?/g, 'headquarters'],
];

/** English words of the console as a campaign in another language than Uttar Pradesh's shows them. */
export function saidElsewhere<T>(words: T): T {
  return ownLanguage === 'hi' ? words : (said(words) as T);
}

function said(words: unknown): unknown {
  if (typeof words === 'string')
    return offices.reduce((text, [office, other]) => text.replace(office, other), words);
  if (typeof words === 'function')
    return (...given: unknown[]) => said((words as (...all: unknown[]) => unknown)(...given));
  if (Array.isArray(words)) return words.map(said);
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, inner]) => [name, said(inner)]));
}
