import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageFacts, type OwnLanguage } from '../language.ts';
import { fillWords } from '../words/fill-words.ts';
import { hi } from './service/hi.ts';
import type { ServiceWords } from './service/service-words.ts';

const read = new Map<OwnLanguage, ServiceWords>([['hi', hi]]);

/** The service's own words in a language; beside Hindi they are data, and what nobody has written is in English. */
export function serviceWordsIn(language: OwnLanguage): ServiceWords {
  const known = read.get(language);
  if (known !== undefined) return known;
  const words = (folder: string): unknown =>
    JSON.parse(readFileSync(join(import.meta.dirname, folder, 'service.json'), 'utf8'));
  const { locale } = languageFacts[language];
  const own = fillWords(hi, { own: words(language), other: words('en'), language: locale });
  read.set(language, own);
  return own;
}
