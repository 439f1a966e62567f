import { ruleOfWord } from './find-listed.ts';
import type { Hit, PressRule } from './finding.ts';
import { keyOf, latinKey, type Token, wordsOf } from './word-key.ts';
import { spelledStems } from './word-lists.ts';

const spelled = wordsOf(spelledStems).map((word): readonly [string, PressRule] => {
  const key = keyOf(word);
  const rule = ruleOfWord(key);
  if (rule === undefined) throw new Error(`Expected a word of the lists for \`${word}\`, got none`);
  return [key, rule];
});

const joiner = /^(?:[-–—_.*·•~+|/\\'’"]|\s?[-–—]\s?)$/;
const oneLetter = /^(?:\p{L}\p{M}*(?:(?<=\u094D)\p{L}\p{M}*)*)$/u;
const mostSpelled = 40;

/** Words that were taken apart, by signs between their parts or by blanks between their letters. */
export function findSpelled(text: string, tokens: readonly Token[]): Hit[] {
  const hits: Hit[] = [];
  const flush = (run: readonly Token[]) => {
    if (run.length < 2) return;
    const joined = latinKey(run.map(({ key }) => key).join(''));
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return;
    const single = run.every(({ key }) => oneLetter.test(key));
    for (const [stem, rule] of spelled) {
      // A short stem stands in many a word: then the run is the word, or nothing but letters.
      const fits = stem.length > 4 || single ? joined.includes(stem) : joined === stem;
      if (fits) hits.push({ rule, from: first.from, to: last.to });
    }
  };
  let run: Token[] = [];
  for (const token of tokens) {
    const before = run.at(-1);
    const isJoined =
      before !== undefined &&
      run.length < mostSpelled &&
      (joiner.test(text.slice(before.to, token.from)) ||
        (token.from - before.to === 1 && oneLetter.test(before.key) && oneLetter.test(token.key)));
    if (!isJoined) {
      flush(run);
      run = [];
    }
    run.push(token);
  }
  flush(run);
  return hits;
}

const disguised = /(?<![a-z0-9])[a-z][a-z0-9@$]{0,40}[0134578@$][a-z0-9@$]{0,40}[a-z](?![a-z0-9])/g;
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
export function findDisguised(text: string): Hit[] {
  return [...text.matchAll(disguised)].flatMap(({ 0: word, index }) => {
    const key = latinKey(word.replace(/[0134578@$]/g, (sign) => signsAsLetters[sign] ?? sign));
    const rule = ruleOfWord(key);
    return rule === undefined ? [] : [{ rule, from: index, to: index + word.length }];
  });
}
