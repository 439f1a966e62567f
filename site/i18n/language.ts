/** Hindi stands at the root, English under `/en/` with the same shape of address. */
export const languages = ['hi', 'en'] as const;
export type Language = (typeof languages)[number];

/** Routes of a page for both languages: `[...language]` is absent for Hindi. */
export function languagePaths() {
  return languages.map((language) => ({
    params: { language: languageParam(language) },
    props: { language },
  }));
}

/** What `[...language]` is in an address. */
export function languageParam(language: Language): string | undefined {
  return language === 'hi' ? undefined : language;
}

/** Address of a page in a language; `path` begins and ends with a slash, as in Hindi. */
export function localPath(language: Language, path: string): string {
  return language === 'hi' ? path : `/en${path}`;
}

export function otherLanguage(language: Language): Language {
  return language === 'hi' ? 'en' : 'hi';
}

/** A language in its own words; Urdu has the citizens' page only. */
export const languageNames: Record<Language | 'ur', string> = {
  hi: 'हिन्दी',
  en: 'English',
  ur: 'اردو',
};

/** Pages for citizens, which the page in Urdu stands for. */
export const urduPath = '/ur/';
export function hasUrdu(path: string): boolean {
  return path === '/' || path === '/get/';
}
