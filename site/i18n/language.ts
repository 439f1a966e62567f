import { languageFacts } from '../../campaigns/language.ts';
import { languageTag, ownLanguage, wordsSide } from './own-language.ts';
import { hasOwnWords } from './own-words.ts';

/** Hindi is at the root, English under `/en/` with the same shape of address. */
export const languages = ['hi', 'en'] as const;
export type Language = (typeof languages)[number];

/** Pages that are written in Hindi and English: a campaign in another language has them in English, or in Hindi too. */
const officePages =
  /^\/(about|accessibility|contact|help|feedback|terms|sms-notice|progress\/score|open-data|developers|film|radio|social|vehicles|newspapers)\//;

/** Pages that citizens read too: some languages have words of them. */
const draftedPages = /^\/(progress|privacy)\//;

function isOfficePage(path: string): boolean {
  const subject = draftedPages.exec(path)?.[1] as 'progress' | 'privacy' | undefined;
  return officePages.test(path) || (subject !== undefined && !hasOwnWords(subject));
}

/** Urdu has its own address for the citizens' page, and English for all others. */
const hasOwnPages = ownLanguage !== 'ur';

/** The handbook of those who run an installation. */
const englishPages = /^\/help\/operate\//;

/** The languages in which the campaign has a page; without an address both. */
export function pageLanguages(path = '/'): Language[] {
  return languages.filter(
    (language) =>
      language === 'en' ||
      (hasOwnPages &&
        !englishPages.test(path) &&
        (wordsSide('hi') === 'hi' || !isOfficePage(path))),
  );
}

/** The `lang` of a page; one that stands in for a page in the own language is in Hindi. */
export function pageTag(language: Language, path: string): string {
  return isOfficePage(path) ? wordsSide(language) : languageTag(language);
}

/** Routes of a page: `[...language]` is absent for Hindi. A page in English alone is English at both addresses. */
export function languagePaths(path = '/') {
  return languages.map((language) => ({
    params: { language: languageParam(language) },
    props: { language: pageLanguages(path).includes(language) ? language : ('en' as const) },
  }));
}

/** Value of `[...language]` in an address. */
export function languageParam(language: Language): string | undefined {
  return language === 'hi' ? undefined : language;
}

/** Address of a page in a language; `path` begins and ends with a slash, as in Hindi. */
export function localPath(language: Language, path: string): string {
  return language === 'hi' && pageLanguages(path).includes('hi') ? path : `/en${path}`;
}

export function otherLanguage(language: Language): Language {
  return language === 'hi' ? 'en' : 'hi';
}

/** Name of the other language, in its own words. */
export function switchName(language: Language): string {
  return language === 'hi' ? languageNames.en : languageFacts[ownLanguage].name.own;
}

/** A language in its own words; Urdu has the citizens' page only. */
export const languageNames: Record<Language | 'ur', string> = {
  hi: 'हिंदी',
  en: 'English',
  ur: 'اردو',
};

/** Pages for citizens, which the page in Urdu replaces. */
export const urduPath = '/ur/';
export function hasUrdu(path: string): boolean {
  return path === '/' || path === '/get/';
}
