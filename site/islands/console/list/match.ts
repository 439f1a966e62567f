import { searchWords, wordKeys } from '../../../../campaigns/directory/search-words.ts';

/**
 * Whether every word of a query begins a word of the texts: as it is written, or as it sounds, so that another spelling,
 * or the name in the other script, finds it as well (`campaigns/directory/sound-key.ts`).
 */
export function matches(query: string, texts: readonly string[]): boolean {
  const wanted = searchWords(query);
  if (wanted.length === 0) return true;
  const words = texts.flatMap(searchWords);
  const keys = words.flatMap(wordKeys);
  return wanted.every(
    (word) =>
      words.some((own) => own.startsWith(word)) ||
      wordKeys(word).some((key) => key.length > 1 && keys.some((own) => own.startsWith(key))),
  );
}
