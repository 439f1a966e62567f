import bn from './languages/bn/facts.json' with { type: 'json' };
import gu from './languages/gu/facts.json' with { type: 'json' };
import hi from './languages/hi/facts.json' with { type: 'json' };
import kn from './languages/kn/facts.json' with { type: 'json' };
import type { LanguageFacts } from './languages/language-facts.ts';
import ml from './languages/ml/facts.json' with { type: 'json' };
import mr from './languages/mr/facts.json' with { type: 'json' };
import or from './languages/or/facts.json' with { type: 'json' };
import pa from './languages/pa/facts.json' with { type: 'json' };
import ta from './languages/ta/facts.json' with { type: 'json' };
import te from './languages/te/facts.json' with { type: 'json' };
import ur from './languages/ur/facts.json' with { type: 'json' };

/**
 * Languages that a campaign may speak, each a folder; English always goes with them. In code the campaign's own side of a text
 * is called `hi`, whichever language it is: a campaign in Gujarati writes `gu` in its files, and the loader puts it there.
 */
const languages = { hi, gu, mr, ur, bn, ta, te, kn, ml, pa, or };
export type OwnLanguage = keyof typeof languages;
export const ownLanguages = Object.keys(languages) as OwnLanguage[];
export const languageFacts = languages as unknown as Readonly<Record<OwnLanguage, LanguageFacts>>;

/** The languages of a campaign, and the one that stands in for its own where nobody has written a sentence in it. */
export interface Spoken {
  languages: readonly [OwnLanguage, 'en'];
  fallback?: 'hi' | 'en' | undefined;
}

/** The side of words that there are in Hindi and English only: a campaign in another language has chosen one of them. */
export function officeSide(side: 'hi' | 'en', { languages, fallback = 'en' }: Spoken): 'hi' | 'en' {
  return languages[0] === 'hi' || side === 'en' ? side : fallback;
}
