import { foldWord } from './folded-words.ts';

/** A word of a folded text: letters with their marks. */
export interface Token {
  /** By which it is looked up. */
  key: string;
  from: number;
  to: number;
}

const wordPattern = /[\p{L}\p{M}]+/gu;
const vowels: Readonly<Record<string, string>> = { aa: 'a', ee: 'i', ii: 'i', oo: 'u', uu: 'u' };

/** Latin spellings of Hindi differ by doubled vowels: shatir, shaatir; kabul, kabool. */
export function latinKey(word: string): string {
  return word.replace(/aa|ee|ii|oo|uu/g, (pair) => vowels[pair] ?? pair);
}

/** What a word of a list is looked up by. */
export function keyOf(word: string): string {
  const folded = foldWord(word);
  return /^[a-z]/.test(folded) ? latinKey(folded) : folded;
}

/** The words of a folded text in their order. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    key: /^[a-z]/.test(word) ? latinKey(word) : word,
    from: index,
    to: index + word.length,
  }));
}

/** A list's words, which stand apart by blanks. */
export function wordsOf(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}
