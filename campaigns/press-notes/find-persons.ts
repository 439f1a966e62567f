import type { Hit } from './finding.ts';
import {
  capitalWords,
  commonWords,
  honorifics,
  nameEnds,
  noNames,
  personNames,
  roles,
  shortHonorifics,
} from './person-words.ts';
import { toKey, toKeys, type Word } from './word-keys.ts';

const toSet = (list: string) =>
  new Set(
    list
      .split(/\s+/)
      .filter((word) => word !== '')
      .flatMap(toKeys),
  );
const names = toSet(personNames);
const titles = toSet(honorifics);
const shortTitles = toSet(shortHonorifics);
const roleWords = toSet(roles);
const common = toSet(commonWords);
const capitals = toSet(capitalWords);
const usual = toSet(noNames);
const ends = nameEnds.split(' ').map(toKey);
/** Postposition after the person who did something. */
const doing = new Set(['ने', 'ne'].map(toKey));
const owning = new Set('ne ka ki ko ke aur ने'.split(' ').map(toKey));
const didInEnglish = new Set('got lost said told reported thanked received'.split(' ').map(toKey));
const plural = /ों$|ओं$/;
const shortestLowerCase = 4;

/** Names behind an honorific or a role, names that are given often, who did something, capitals within a sentence. */
export function findPersons(
  text: string,
  words: readonly Word[],
  isCapital: (word: Word) => boolean,
): Hit[] {
  const isName = (word: Word | undefined): word is Word =>
    word !== undefined &&
    !word.isNumber &&
    (names.has(word.key) || hasNameEnd(word)) &&
    (!word.isLatin || word.key.length >= shortestLowerCase || isCapital(word));
  const mayBeName = (word: Word | undefined): word is Word =>
    word !== undefined &&
    !word.isNumber &&
    !common.has(word.key) &&
    !plural.test(word.text) &&
    (!word.isLatin || isCapital(word) || isName(word));
  const hits: Hit[] = [];
  const add = (from: Word, to: Word = from) =>
    hits.push({ rule: 'name', from: from.from, to: to.to });
  words.forEach((word, index) => {
    const before = words[index - 1];
    const next = words[index + 1];
    const gap = next === undefined ? '' : text.slice(word.to, next.from);
    if (isName(word) && !(before !== undefined && roleWords.has(before.key))) add(word);
    if (next === undefined) return;
    if (isTitle(text, word, gap) && !common.has(next.key) && !next.isNumber) add(word, next);
    if (roleWords.has(word.key) && gap.length <= 2 && /^[ :-]*$/.test(gap) && mayBeName(next))
      add(word, next);
    if (!word.isLatin && doing.has(next.key) && mayBeName(word) && word.text.length > 1) add(word);
    if (word.text === 'नाम' && /^\s?[:=–—-]\s?$/.test(gap) && next.text !== 'अज्ञात')
      add(word, next);
    if (!word.isLatin || !isCapital(word) || capitals.has(word.key) || common.has(word.key)) return;
    const isFirst = before === undefined || /[.!?।:\n]/.test(text.slice(before.to, word.from));
    if (!isFirst || owning.has(next.key) || didInEnglish.has(next.key)) add(word);
  });
  const last = words.at(-1);
  if (
    last?.isLatin &&
    words.length > 1 &&
    isCapital(last) &&
    !capitals.has(last.key) &&
    !common.has(last.key)
  )
    add(last);
  return hits;
}

function hasNameEnd(word: Word): boolean {
  return (
    !word.isLatin &&
    !usual.has(word.key) &&
    ends.some((end) => word.key.length > end.length + 1 && word.key.endsWith(end))
  );
}

/** श्री रमेश, कु0 रेखा; not the 5 km. of a way. */
function isTitle(text: string, word: Word, gap: string): boolean {
  if (/\d\s?$/.test(text.slice(Math.max(0, word.from - 2), word.from))) return false;
  return (
    (titles.has(word.key) && /^[.:]?[\s-]{1,2}$/.test(gap)) ||
    (shortTitles.has(word.key) && /^\.+[\s-]{0,2}$/.test(gap))
  );
}
