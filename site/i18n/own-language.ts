import { type OwnLanguage, officeSide, ownLanguages } from '../../campaigns/language.ts';
import { type Dictionary, type Pair, type Pairs, pairs } from '../../campaigns/words/pairs.ts';

type Side = 'hi' | 'en';

/** Put in by the build of the site; where there is none, as in tests, the pages are Hindi. */
declare const OWN_LANGUAGE: string | undefined;

/**
 * Language of the campaign for which the pages are built; they are at the root and are called `hi` in code, whichever
 * language it is.
 */
export const ownLanguage: OwnLanguage =
  ownLanguages.find(
    (language) => typeof OWN_LANGUAGE !== 'undefined' && language === OWN_LANGUAGE,
  ) ?? 'hi';

/** Put in too: what stands in for a language other than Hindi. */
declare const FALLBACK: 'hi' | 'en' | undefined;
const fallback = typeof FALLBACK === 'undefined' ? undefined : FALLBACK;

/** The `lang` of a side of the pages. */
export function languageTag(language: Side): OwnLanguage | 'en' {
  return language === 'en' ? 'en' : ownLanguage;
}

/** The side of words that there are in Hindi and English only. */
export function wordsSide(language: Side): Side {
  return officeSide(language, { languages: [ownLanguage, 'en'], fallback });
}

/** The `lang` of such words; undefined where the page is in it. */
export function wordsTag(language: Side): Side | undefined {
  const side = wordsSide(language);
  return side === languageTag(language) ? undefined : side;
}

/** One pair of words in the language of a page. */
export function sayPair(pair: Pair, language: Side): string {
  return pair[wordsSide(language) === 'hi' ? 0 : 1];
}

/** Reads the words of a subject, written as pairs of Hindi and English, by the language of a page. */
export function inEachLanguage<const Written extends Pairs>(written: Written) {
  const words = pairs(written);
  return (language: Side): Dictionary<Written> => words[wordsSide(language)];
}
