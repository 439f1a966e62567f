import bidiFactory, { type Bidi } from 'bidi-js';
import { type Script, scriptNames, usualScript } from '../../../campaigns/typesetting/scripts.ts';

// The package's types name a default export; what it has is the function itself.
const bidi = (bidiFactory as unknown as () => Bidi)();

/** Characters that a font sets at once, at their level of embedding: an odd one is read from right to left. */
export interface SeenRun {
  run: string;
  level: number;
  script: Script;
}

const ofScript = new Map(scriptNames.map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')]));
const isLatin = (character: string) => /\p{Script=Latin}/u.test(character);
const isArabic = (character: string) => /[\u0600-\u06ff]|\p{Script=Arabic}/u.test(character);

/**
 * A line as it is seen from left to right. Runs are found character by character, and not by the press file's own code, with
 * which the outcome is compared.
 */
export function seenRuns(text: string): SeenRun[] {
  return [...text].some(isArabic) ? runsOfUrdu(text) : runsOfLetters(text);
}

function findOwn(character: string): Script | undefined {
  if (isArabic(character)) return 'Arabic';
  return scriptNames.find((name) => ofScript.get(name)?.test(character));
}

/**
 * A shaper takes one script at a time, Latin among them; characters without one, such as digits and spaces, go with those
 * before them, and Latin letters are set in the font that sets what is before them.
 */
function runsOfLetters(text: string): SeenRun[] {
  const runs: SeenRun[] = [];
  let font = [...text].map(findOwn).find((own) => own !== undefined) ?? usualScript;
  let shaped: Script | 'Latin' | undefined;
  for (const character of text) {
    const own = isLatin(character) ? 'Latin' : findOwn(character);
    if (own !== undefined && own !== 'Latin') font = own;
    const last = runs.at(-1);
    if (last !== undefined && (own === undefined || shaped === undefined || own === shaped))
      last.run += character;
    else runs.push({ run: character, level: 0, script: font });
    shaped = own ?? shaped;
  }
  return runs;
}

/** Neighbours on the line that are neighbours in the text, of one level and one font. */
function runsOfUrdu(text: string): SeenRun[] {
  const embedding = bidi.getEmbeddingLevels(text, 'rtl');
  const levelAt = (at: number) => embedding.levels[at] ?? 1;
  const scriptAt = (at: number): Script => {
    const character = text.charAt(at);
    const isOther = isLatin(character) || /[0-9₹]/.test(character);
    const neutral = isOther || levelAt(at) % 2 === 0 ? usualScript : 'Arabic';
    return findOwn(character) ?? neutral;
  };
  const groups: number[][] = [];
  for (const at of bidi.getReorderedIndices(text, embedding)) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const goesOn =
      before !== undefined &&
      Math.abs(at - before) === 1 &&
      levelAt(at) === levelAt(before) &&
      scriptAt(at) === scriptAt(before);
    if (goesOn) group?.push(at);
    else groups.push([at]);
  }
  return groups.flatMap((group) => {
    const [from = 0, to = 0] = [Math.min(...group), Math.max(...group)];
    const run = text.slice(from, to + 1);
    const level = levelAt(from);
    const script = scriptAt(from);
    if (script === 'Arabic') return [{ run, level, script }];
    return runsOfLetters(run).map((part) => ({ ...part, level }));
  });
}
