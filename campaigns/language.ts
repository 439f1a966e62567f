import { gu } from './languages/gu.ts';
import { hi } from './languages/hi.ts';
import type { LanguageFacts } from './languages/language-facts.ts';
import { mr } from './languages/mr.ts';
import { ur } from './languages/ur.ts';

/**
 * Languages that a campaign may speak; English always goes with them. In code the campaign's own side of a text is called `hi`,
 * whichever language it is: a campaign in Gujarati writes `gu` in its files, and the loader puts it there.
 */
const languages = { hi, gu, mr, ur } as const satisfies Record<string, LanguageFacts>;
export type OwnLanguage = keyof typeof languages;
export const ownLanguages = Object.keys(languages) as OwnLanguage[];
export const languageFacts: Readonly<Record<OwnLanguage, LanguageFacts>> = languages;

/** The side of words that there are in Hindi and English only: a campaign in another language shows them in English. */
export function officeSide(side: 'hi' | 'en', own: OwnLanguage): 'hi' | 'en' {
  return own === 'hi' ? side : 'en';
}
