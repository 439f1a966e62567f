import { consoleWords } from './console-words.ts';
import type { Language } from './language.ts';
import { openDataWordsIn } from './open-data-words.ts';
import { wordsSide } from './own-language.ts';
import { ownPages } from './own-pages.ts';

const ownNames = (language: Language) => (language === 'hi' ? ownPages?.names : undefined);

/** Name of the officers' console on other pages. */
export function consoleName(language: Language): string {
  return ownNames(language)?.console ?? consoleWords[wordsSide(language)].name;
}

/** Name of the page of open data on other pages. */
export function openDataName(language: Language): string {
  return ownNames(language)?.openData ?? openDataWordsIn(language).title;
}
