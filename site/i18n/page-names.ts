import { consoleEn } from './console-en.ts';
import { consoleHi } from './console-hi.ts';
import { guPageNames } from './gu.ts';
import type { Language } from './language.ts';
import { openDataWordsIn } from './open-data-words.ts';
import { ownLanguage, wordsSide } from './own-language.ts';

/** Gujarati's names of pages whose own words are there in Hindi and English only. */
const own = (language: Language) =>
  ownLanguage === 'gu' && language === 'hi' ? guPageNames : undefined;

/** What the officers' console is called on other pages. */
export function consoleName(language: Language): string {
  return own(language)?.console ?? { hi: consoleHi.name, en: consoleEn.name }[wordsSide(language)];
}

/** What the page of open data is called on other pages. */
export function openDataName(language: Language): string {
  return own(language)?.openData ?? openDataWordsIn(language).title;
}
