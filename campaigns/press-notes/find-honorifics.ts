import type { Hit } from './finding.ts';
import { keyOf, type Token, wordsOf } from './word-key.ts';
import { honorifics, notNames, shortHonorifics } from './word-lists.ts';

const titles = new Set(wordsOf(honorifics).map(keyOf));
const shortTitles = new Set(wordsOf(shortHonorifics).map(keyOf));
const noNames = new Set(wordsOf(notNames).map(keyOf));

/** An honorific with what follows it. */
export function findHonorifics(text: string, tokens: readonly Token[]): Hit[] {
  return tokens.flatMap((token, index) => {
    const next = tokens[index + 1];
    if (next === undefined || noNames.has(next.key)) return [];
    const between = text.slice(token.to, next.from);
    const isShort = shortTitles.has(token.key) && /^[0.]+[\s-]{0,2}$/.test(between);
    const isFull = titles.has(token.key) && /^[0.:]?[\s-]{1,2}$/.test(between);
    if (!isShort && !isFull) return [];
    // 5 km away; "5 km. away" as well.
    if (/\d\s?$/.test(text.slice(Math.max(0, token.from - 2), token.from))) return [];
    return [{ rule: 'name' as const, from: token.from, to: next.to }];
  });
}
