import { foldText } from './normalise.ts';
import { toKeys, type Word } from './word-keys.ts';

/**
 * Words by a name, separated by blanks. A word stands for its stem with the usual endings; `*` lets any ending follow, `=` is for
 * this spelling alone, `_` joins the words of a phrase (found written together too), `~` in it lets up to two others come between.
 */
export type StemList<Name> = readonly (readonly [Name, string])[];

interface Part {
  keys: readonly string[];
  ending: 'usual' | 'any' | 'none';
  /** For this spelling alone. */
  spelled: string | null;
  /** How many other words may be before it. */
  gap: number;
}

interface Entry<Name> {
  name: Name;
  first: Part;
  rest: readonly Part[];
}

export interface StemIndex<Name> {
  byKey: ReadonlyMap<string, readonly Entry<Name>[]>;
  /** First two letters of all keys, since most words begin with none of them. */
  starts: ReadonlySet<number>;
}

/** Places of the first and last word. */
export interface StemHit<Name> {
  name: Name;
  first: number;
  last: number;
  /** Letters of the first word's key that the stem has. */
  length: number;
}

const longestStem = 24;
/** Least length of a phrase written as one word, vowel signs included: म_नं would be मना. */
const shortestJoined = 6;
/** Between the words of one phrase: blanks, a hyphen, signs of abbreviation. */
const mostBetween = 3;
const mostGap = 2;
const twoBytes = 0x10000;
const endings = new Set([
  '',
  ...'ा ि े ो ों ां ें ियों ियां िया ियो यों यां या ओं एं ओ ए इ ाओं ाएं ाओ ाए ाइ पन'.split(' '),
  ...'a i e o u on io iyo iyon iyan ion ian an en ao s es ed d ing er ers ions'.split(' '),
]);

export function indexStems<Name>(lists: StemList<Name>): StemIndex<Name> {
  const byKey = new Map<string, Entry<Name>[]>();
  const add = (name: Name, first: Part, rest: readonly Part[]) => {
    for (const key of first.keys)
      byKey.set(key, [...(byKey.get(key) ?? []), { name, first, rest }]);
  };
  for (const [name, list] of lists) {
    for (const words of list.split(/\s+/).filter((word) => word !== '')) {
      const parts = toParts(words);
      const [first, ...rest] = parts;
      if (first !== undefined) add(name, first, rest);
      // What is written apart is written together too.
      if (
        rest.length > 0 &&
        words.length >= shortestJoined &&
        parts.every(({ gap }) => gap === 0)
      ) {
        const joined = toParts(words.replaceAll('_', ''))[0];
        if (joined !== undefined) add(name, joined, []);
      }
    }
  }
  return { byKey, starts: new Set([...byKey.keys()].map(findStart)) };
}

function toParts(words: string): Part[] {
  const parts: Part[] = [];
  let gap = 0;
  for (const word of words.split('_')) {
    if (word === '~') {
      gap = mostGap;
      continue;
    }
    const bare = word.replace(/^=|\*$/g, '');
    parts.push({
      keys: toKeys(bare),
      ending: word.endsWith('*') ? 'any' : word.startsWith('=') ? 'none' : 'usual',
      spelled: word.startsWith('=') ? foldText(bare).text : null,
      gap,
    });
    gap = 0;
  }
  return parts;
}

/** Every stem and phrase of an index among the words. */
export function findStems<Name>(index: StemIndex<Name>, words: readonly Word[]): StemHit<Name>[] {
  const hits: StemHit<Name>[] = [];
  for (let first = 0; first < words.length; first += 1)
    for (const hit of stemsAt(index, words, first)) hits.push(hit);
  return hits;
}

const none: [] = [];

export function stemsAt<Name>(
  index: StemIndex<Name>,
  words: readonly Word[],
  first: number,
): StemHit<Name>[] {
  const word = words[first];
  if (word === undefined || !mayStart(index, word.key)) return none;
  const hits: StemHit<Name>[] = [];
  for (let length = 1; length <= Math.min(word.key.length, longestStem); length += 1) {
    const key = word.key.slice(0, length);
    for (const { name, first: part, rest } of index.byKey.get(key) ?? []) {
      if (!endsRight(part, key, word)) continue;
      const last = matchRest(words, first, rest);
      if (last !== null) hits.push({ name, first, last, length });
    }
  }
  return hits;
}

function mayStart({ starts }: StemIndex<unknown>, key: string): boolean {
  // A key of one letter has no second.
  return starts.has(findStart(key)) || starts.has(key.charCodeAt(0) * twoBytes);
}

function findStart(key: string): number {
  return key.charCodeAt(0) * twoBytes + (key.length > 1 ? key.charCodeAt(1) : 0);
}

/** The longest stem or phrase at a place. */
export function longestStemAt<Name>(
  index: StemIndex<Name>,
  words: readonly Word[],
  first: number,
): StemHit<Name> | undefined {
  return stemsAt(index, words, first).reduce<StemHit<Name> | undefined>(
    (best, hit) => (best === undefined || hit.last >= best.last ? hit : best),
    undefined,
  );
}

function matchRest(words: readonly Word[], first: number, rest: readonly Part[]): number | null {
  let last = first;
  for (const part of rest) {
    const next = [...Array(part.gap + 1).keys()]
      .map((step) => last + 1 + step)
      .find((place) => isPart(part, words[place]));
    if (next === undefined || !isNear(words, last, next)) return null;
    last = next;
  }
  return last;
}

function isNear(words: readonly Word[], from: number, to: number): boolean {
  for (let place = from; place < to; place += 1) {
    const one = words[place];
    const next = words[place + 1];
    if (one === undefined || next === undefined || next.from - one.to > mostBetween) return false;
  }
  return true;
}

function isPart(part: Part, word: Word | undefined): boolean {
  return (
    word !== undefined &&
    part.keys.some((key) => word.key.startsWith(key) && endsRight(part, key, word))
  );
}

function endsRight({ ending, spelled }: Part, key: string, word: Word): boolean {
  // A Hindi word in Latin letters has no fixed spelling.
  const own = spelled !== null && /^[a-z]/.test(spelled) === word.isLatin ? spelled : null;
  if (own !== null && !word.text.startsWith(own)) return false;
  if (ending === 'any') return true;
  const rest = word.key.slice(key.length);
  return ending === 'none' ? rest === '' && (own === null || own === word.text) : endings.has(rest);
}
