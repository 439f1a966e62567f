import { en } from './en.ts';
import { hi } from './hi.ts';
import type { Language } from './language.ts';
import { ownPages } from './own-pages.ts';
import type { Words } from './words.ts';

const dictionaries: Record<Language, Words> = { hi: ownPages?.words ?? hi, en };

export function wordsIn(language: Language): Words {
  return dictionaries[language];
}
