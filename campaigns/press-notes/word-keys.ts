import { foldText } from './normalise.ts';

/** A word of a folded text (letters with their marks) or a number. */
export interface Word {
  /** As folded. */
  text: string;
  /** By which stems are looked up: spellings that officers mix are one. */
  key: string;
  from: number;
  to: number;
  isNumber: boolean;
  isLatin: boolean;
}

/** Letters that officers mistake for each other. */
const mixed = toPairs('ी ि ू ु ै े ौ ो ई इ ऊ उ ऐ ए औ ओ ण न ष श ङ ड व ब');
const wordPattern = /[\p{L}\p{M}]+|\d+/gu;

/** The words of a folded text in their order. */
export function splitWords(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    text: word,
    key: toKey(word),
    from: index,
    to: index + word.length,
    isNumber: /^\d/.test(word),
    isLatin: /^[a-z]/.test(word),
  }));
}

/** One key for the spellings that are mixed up: long and short vowels, ब and व; in Latin letters aa, ee, oo, w. */
export function toKey(folded: string): string {
  if (/^[a-z]/.test(folded)) return latinKey(folded);
  return [...folded].map((letter) => mixed.get(letter) ?? letter).join('');
}

/** All keys by which a word of a list is found: a Hindi one is found in Latin letters too. */
export function toKeys(word: string): string[] {
  const folded = foldText(word).text;
  const latin = /^[\u0900-\u097F]/.test(folded) ? spellInLatin(folded).map(latinKey) : [];
  return [...new Set([toKey(folded), ...latin.filter((key) => key.length >= shortestLatin)])];
}

/** Below it ताऊ is to. */
const shortestLatin = 3;
const latinPairs: readonly [string, string][] = [
  ['chch', 'ch'],
  ['chh', 'ch'],
  ['ck', 'k'],
  ['ph', 'f'],
  ['sh', 's'],
  ['aa', 'a'],
  ['ee', 'i'],
  ['oo', 'u'],
  ['ai', 'e'],
  ['au', 'o'],
  ['w', 'b'],
  ['v', 'b'],
  ['q', 'k'],
  ['z', 'j'],
  ['x', 'ks'],
];

function latinKey(word: string): string {
  let key = word;
  for (const [from, to] of latinPairs) key = key.replaceAll(from, to);
  return [...key].filter((letter, index, all) => letter !== all[index - 1]).join('');
}

const consonants = toPairs(
  'क k ख kh ग g घ gh ङ n च ch छ chh ज j झ jh ञ n ट t ठ th ड d ढ dh ण n त t थ th द d ध dh न n प p फ ph ब b भ bh म m य y र r ल l व v श sh ष sh स s ह h',
);
const vowels = toPairs('अ a आ aa इ i ई ee उ u ऊ oo ऋ ri ए e ऐ ai ओ o औ au');
const signs = toPairs('ा aa ि i ी ee ु u ू oo ृ ri े e ै ai ो o ौ au');

/** A Hindi word as it is typed in Latin letters: with every inherent vowel, and without those that are not spoken. */
function spellInLatin(word: string): string[] {
  const sounds: string[] = [];
  for (const letter of word) {
    const consonant = consonants.get(letter);
    if (consonant !== undefined) sounds.push(consonant, inherent);
    else if (letter === '\u094D' || signs.has(letter)) {
      if (sounds.at(-1) === inherent) sounds.pop();
      const sign = signs.get(letter);
      if (sign !== undefined) sounds.push(sign);
    } else if (letter === '\u0902') sounds.push('n');
    else sounds.push(vowels.get(letter) ?? '');
  }
  if (sounds.at(-1) === inherent) sounds.pop();
  const spoken = (isStem: boolean) =>
    sounds.filter((sound, index) => sound !== inherent || !isSilent(sounds, index, isStem));
  return [sounds, spoken(false), spoken(true)].map((each) =>
    each.join('').replaceAll(inherent, 'a').replaceAll('nb', 'mb').replaceAll('np', 'mp'),
  );
}

const inherent = '\u0259';
const isVowel = (sound: string | undefined) =>
  sound === inherent || (sound !== undefined && /^[aeiou]|^ri$/.test(sound));

/** लड़की is larki: the inherent vowel between a vowel with its consonant and a consonant with its vowel. */
function isSilent(sounds: readonly string[], index: number, isStem: boolean): boolean {
  const second = sounds[index + 2];
  const third = sounds[index + 3];
  const after = second === undefined ? isStem : isVowel(second) || (isVowel(third) && isStem);
  return (
    isVowel(sounds[index - 2]) && index + 1 < sounds.length && !isVowel(sounds[index + 1]) && after
  );
}

function toPairs(list: string): Map<string, string> {
  const parts = list.split(' ');
  return new Map(
    parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? '']] : [])),
  );
}
