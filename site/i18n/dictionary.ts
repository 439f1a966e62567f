import { en } from './en.ts';
import { englishElsewhere } from './en-elsewhere.ts';
import { gu } from './gu.ts';
import { hi } from './hi.ts';
import type { Language } from './language.ts';
import { ownLanguage } from './own-language.ts';
import type { Words } from './words.ts';

const dictionaries: Record<Language, Words> =
  ownLanguage === 'gu' ? { hi: gu, en: englishElsewhere('ગુજરાતી') } : { hi, en };

export function wordsIn(language: Language): Words {
  return dictionaries[language];
}
