import { en } from './en.ts';
import { hi } from './hi.ts';
import type { Language } from './language.ts';
import type { Words } from './words.ts';

const dictionaries: Record<Language, Words> = { hi, en };

export function wordsIn(language: Language): Words {
  return dictionaries[language];
}
