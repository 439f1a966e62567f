import { type OwnLanguage, officeSide, ownLanguages } from '../../campaigns/language.ts';

type Side = 'hi' | 'en';

/** Put in by the build of the site; where there is none, as in tests, the pages are Hindi. */
declare const OWN_LANGUAGE: string | undefined;

/**
 * Language of the campaign for which the pages are built; they stand at the root and are called `hi` in code, whichever
 * language it is.
 */
export const ownLanguage: OwnLanguage =
  ownLanguages.find(
    (language) => typeof OWN_LANGUAGE !== 'undefined' && language === OWN_LANGUAGE,
  ) ?? 'hi';

/** The `lang` of a side of the pages. */
export function languageTag(language: Side): OwnLanguage | 'en' {
  return language === 'en' ? 'en' : ownLanguage;
}

/** The side of words that there are in Hindi and English only: a campaign in another language shows them in English. */
export function wordsSide(language: Side): Side {
  return officeSide(language, ownLanguage);
}

/** Words of a subject, by the language of a page. */
export function inEachLanguage<Words>(words: Readonly<Record<Side, Words>>) {
  return (language: Side): Words => words[wordsSide(language)];
}
