import type { Language } from './language.ts';
import { ownPages } from './own-pages.ts';
import { pageWords, type Words } from './page-words.ts';

const dictionaries: Record<Language, Words> = {
  ...pageWords,
  ...(ownPages && { hi: ownPages.words }),
};

export function wordsIn(language: Language): Words {
  return dictionaries[language];
}
