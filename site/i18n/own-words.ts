import { languageFacts, type OwnLanguage } from '../../campaigns/language.ts';
import { fillWords } from '../../campaigns/words/fill-words.ts';
import { type Dictionary, type Pairs, pairs } from '../../campaigns/words/pairs.ts';
import { ownLanguage, wordsSide, wordsTag } from './own-language.ts';

/** Subjects of the citizens' pages; their words in a language are those of its folder, `pages.json`. */
export type Subject = 'pages' | 'nameReport' | 'codeReport' | 'names' | 'progress' | 'privacy';
export type OwnWords = Readonly<Partial<Record<Subject, unknown>>>;

/** Put in by the build of the site, for the language of its campaign; there is none in Hindi and in tests. */
declare const OWN_WORDS: OwnWords | undefined;
const ownWords: OwnWords = typeof OWN_WORDS === 'undefined' ? {} : OWN_WORDS;

/** Pages of these subjects are in the campaign's language where its folder has their words, else in Hindi or English. */
export const hasOwnWords = (subject: Subject) => ownWords[subject] !== undefined;

/** The `lang` of a sentence that stands in for one that the campaign's language lacks. */
export function standInTag(subject: Subject, key: string, language: 'hi' | 'en') {
  const own = ownWords[subject] as Readonly<Record<string, unknown>> | undefined;
  return own?.[key] === undefined ? wordsTag(language) : undefined;
}

/** Words in a language as its folder has them; a sentence that it lacks is whole in the language that stands in. */
export function inOwnWords<Words>(other: Words, own: unknown, language: OwnLanguage): Words {
  return fillWords(other, own, languageFacts[language].locale);
}

/** Reads the words of a subject, written as pairs of Hindi and English, in the campaign's own language or in English. */
export function inEveryLanguage<const Written extends Pairs>(subject: Subject, written: Written) {
  const words = pairs(written);
  const other: unknown = words[wordsSide('hi')];
  const hi = inOwnWords(other, ownWords[subject], ownLanguage) as Dictionary<Written>;
  return (language: 'hi' | 'en'): Dictionary<Written> => ({ hi, en: words.en })[language];
}
