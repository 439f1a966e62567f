/** Languages that a campaign may speak; English stands beside. */
export const ownLanguages = ['hi', 'gu'] as const;
export type OwnLanguage = (typeof ownLanguages)[number];

/**
 * What follows from a language. In code the campaign's own side of a text is called `hi`, whichever language it is: a
 * campaign in Gujarati writes `gu` in its files, and the loader puts it there.
 */
export const ownLanguageFacts = {
  hi: { script: 'Devanagari', locale: 'hi-IN-u-nu-latn', openGraph: 'hi_IN' },
  gu: { script: 'Gujarati', locale: 'gu-IN-u-nu-latn', openGraph: 'gu_IN' },
} as const satisfies Record<OwnLanguage, { script: string; locale: string; openGraph: string }>;

/** The side of words that there are in Hindi and English only: a campaign in another language shows them in English. */
export function officeSide(side: 'hi' | 'en', own: OwnLanguage): 'hi' | 'en' {
  return own === 'hi' ? side : 'en';
}

const gujarati = /[\u0A80-\u0AFF]/;

/** Whether a text has Gujarati letters, which have a font and rules of their own. */
export function isGujarati(text: string): boolean {
  return gujarati.test(text);
}
