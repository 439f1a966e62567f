import { searchWords, wordKeys } from './search-words.ts';

/**
 * Whether every word of a query begins a word of the texts: as it is written, or as it sounds, so that another spelling,
 * or the name in the other script, finds it as well (`sound-key.ts`).
 */
export function matches(query: string, texts: readonly string[]): boolean {
  const wanted = searchWords(query);
  if (wanted.length === 0) return true;
  const spoken = texts.map(spokenWords);
  return wanted.every((word) => spoken.some((text) => meets(word, text)));
}

/** Words of a text and how they sound. */
export interface SpokenWords {
  words: readonly string[];
  keys: readonly string[];
}

export function spokenWords(text: string): SpokenWords {
  const words = searchWords(text);
  return { words, keys: words.flatMap(wordKeys) };
}

/** Whether a word of a query begins a word of a text. */
export function meets(word: string, { words, keys }: SpokenWords): boolean {
  return (
    words.some((own) => own.startsWith(word)) ||
    wordKeys(word).some((key) => key.length > 1 && keys.some((own) => own.startsWith(key)))
  );
}
