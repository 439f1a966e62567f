import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageFacts, type Spoken } from '../language.ts';
import { fillWords } from '../words/fill-words.ts';
import { hi } from './service/hi.ts';
import type { ServiceWords } from './service/service-words.ts';

/** Words of a language that are data: the service's, or those of the citizens' pages; nothing where its folder has none. */
export function readWords(folder: string, part: 'service' | 'pages'): unknown {
  const file = join(import.meta.dirname, folder, `${part}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** The service's words in English, which its own pages show with those of the campaign's language. */
export const englishWords = fillWords(hi, readWords('en', 'service'), 'en');
const read = new Map<string, ServiceWords>();

/** The service's own words in a campaign's language; beside Hindi they are data, and what they lack is in `fallback`. */
export function serviceWordsIn({ languages, fallback = 'en' }: Spoken): ServiceWords {
  const [language] = languages;
  if (language === 'hi') return hi;
  const key = `${language} ${fallback}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  const other = fallback === 'hi' ? hi : englishWords;
  const own = fillWords(other, readWords(language, 'service'), languageFacts[language].locale);
  read.set(key, own);
  return own;
}
