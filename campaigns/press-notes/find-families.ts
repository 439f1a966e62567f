import type { Hit, PressRule } from './finding.ts';
import { findStems, indexStems, stemsAt } from './stems.ts';
import { placeNouns, wordFamilies } from './word-families.ts';
import { toKey, toKeys, type Word } from './word-keys.ts';

const families = indexStems(wordFamilies);
const places = indexStems([['place', placeNouns]]);
const joiner = /^(?:[-–—_.*·•~+|/\\'’"]|\s?[-–—.]\s?|\s)$/;
const mostParts = 12;
const shortestSpelled = 4;
/** All who live there, and nobody. */
const everybody = new Set('समस्त सभी सब प्रत्येक हर स्थानीय सम्मानित'.split(' ').map(toKey));
const resident = toKeys('निवासी');

/** Words and phrases of the families, those too that are written letter by letter or with signs for letters. */
export function findFamilies(text: string, words: readonly Word[]): Hit[] {
  const hits = findStems(families, words)
    .filter(({ name, last }) => name !== 'caste-or-faith' || !isPlaceName(words, last))
    .map(({ name, first, last }) => makeHit(words, name, first, last));
  words.forEach((word, index) => {
    if (resident.includes(word.key.replace(/यों$/, '')) || resident.includes(word.key)) {
      const isEverybody = [1, 2].some((back) => everybody.has(words[index - back]?.key ?? ''));
      if (!isEverybody) hits.push(makeHit(words, 'address', index, index));
    }
  });
  return [...hits, ...spelledApart(text, words), ...disguised(text)];
}

function isPlaceName(words: readonly Word[], last: number): boolean {
  return [last + 1, last + 2].some((place) => stemsAt(places, words, place).length > 0);
}

function makeHit(words: readonly Word[], rule: PressRule, first: number, last: number): Hit {
  return { rule, from: words[first]?.from ?? 0, to: words[last]?.to ?? 0 };
}

/** ब-ला-त्का-र, p.o.c.s.o, ना बा लि ग: parts of few letters, looked up from each one on. */
function spelledApart(text: string, words: readonly Word[]): Hit[] {
  return words.flatMap((word, first) => {
    if (!isPart(word)) return [];
    let joined = word.key;
    for (let last = first + 1; last < first + mostParts; last += 1) {
      const before = words[last - 1];
      const next = words[last];
      if (before === undefined || next === undefined || !isPart(next)) break;
      if (!joiner.test(text.slice(before.to, next.from))) break;
      joined += next.key;
      const whole: Word = { ...word, key: toKey(joined), text: joined, to: next.to };
      const hit = stemsAt(families, [whole], 0).find(({ last: end }) => end === 0);
      if (hit !== undefined && joined.length >= shortestSpelled && last - first >= 2)
        return [{ rule: hit.name, from: word.from, to: next.to }];
    }
    return [];
  });
}

/** One letter with its signs, or two in Latin. */
function isPart({ key, isNumber, isLatin }: Word): boolean {
  return !isNumber && (isLatin ? key.length <= 2 : oneLetter.test(key));
}

const oneLetter = /^\p{L}(?:\p{M}|(?<=\u094D)\p{L})*$/u;

const signsAsLetters: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
};

/** Digits and signs in the place of letters: r@pe, p0cso. */
function disguised(text: string): Hit[] {
  return [...text.matchAll(/[a-z0-9@$]+/g)].flatMap(({ 0: word, index }) => {
    if (!/^[a-z]/.test(word) || !/[a-z]$/.test(word) || !/[0-9@$]/.test(word)) return [];
    const plain = [...word].map((sign) => signsAsLetters[sign] ?? sign).join('');
    const whole: Word = {
      text: plain,
      key: toKey(plain),
      from: 0,
      to: 0,
      isNumber: false,
      isLatin: true,
    };
    const [hit] = stemsAt(families, [whole], 0);
    return hit === undefined ? [] : [{ rule: hit.name, from: index, to: index + word.length }];
  });
}
