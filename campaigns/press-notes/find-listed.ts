import type { Hit, PressRule } from './finding.ts';
import { keyOf, type Token, wordsOf } from './word-key.ts';
import { wordLists } from './word-lists.ts';

interface Entry {
  rule: PressRule;
  /** Keys of the words after the first. */
  rest: readonly string[];
  /** The last word may go on. */
  isStem: boolean;
}

const longestStem = 24;
/** Between the words of one phrase: blanks, a hyphen, signs of abbreviation. */
const mostBetween = 3;

const exact = new Map<string, Entry[]>();
const stems = new Map<string, Entry[]>();
for (const [rule, words] of wordLists) for (const word of wordsOf(words)) enter(rule, word);

function enter(rule: PressRule, word: string): void {
  const isStem = word.endsWith('*');
  const keys = word.replace('*', '').replaceAll('0', '_').split('_').filter(Boolean).map(keyOf);
  const [first = '', ...rest] = keys;
  add(isStem && rest.length === 0 ? stems : exact, first, { rule, rest, isStem });
  // What is written apart is written together too.
  if (rest.length > 0 && !word.includes('0'))
    add(isStem ? stems : exact, keys.join(''), { rule, rest: [], isStem });
}

function add(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  map.set(key, [...(map.get(key) ?? []), entry]);
}

/** Words and phrases of the lists. */
export function findListed(tokens: readonly Token[]): Hit[] {
  const hits: Hit[] = [];
  tokens.forEach((token, index) => {
    for (const entry of exact.get(token.key) ?? []) {
      const last = matchRest(tokens, index, entry);
      if (last !== null) hits.push({ rule: entry.rule, from: token.from, to: last.to });
    }
    for (let length = 2; length <= Math.min(token.key.length, longestStem); length += 1) {
      for (const { rule } of stems.get(token.key.slice(0, length)) ?? [])
        hits.push({ rule, from: token.from, to: token.to });
    }
  });
  return hits;
}

function matchRest(tokens: readonly Token[], index: number, entry: Entry): Token | null {
  let last = tokens[index];
  for (const [place, key] of entry.rest.entries()) {
    const next = tokens[index + 1 + place];
    if (last === undefined || next === undefined || next.from - last.to > mostBetween) return null;
    const isLast = place === entry.rest.length - 1;
    const fits = entry.isStem && isLast ? next.key.startsWith(key) : next.key === key;
    if (!fits) return null;
    last = next;
  }
  return last ?? null;
}

/** Rule of a word that stands in a list by itself. */
export function ruleOfWord(key: string): PressRule | undefined {
  const entry = exact.get(key)?.find(({ rest }) => rest.length === 0) ?? stems.get(key)?.[0];
  return entry?.rule;
}
