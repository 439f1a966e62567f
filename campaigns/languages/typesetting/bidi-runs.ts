import bidiFactory, { type Bidi } from 'bidi-js';
import { findOwnScript, hasLetters, type Script, scriptPieces, usualScript } from './scripts.ts';

// The package's types name a default export; what it has is the function itself.
const bidi = (bidiFactory as unknown as () => Bidi)();

/** A piece of a line that is shaped at once: one script, one direction. */
export interface BidiRun {
  readonly text: string;
  readonly script: Script;
  readonly direction: 'rtl' | 'ltr';
}

/** Letters and digits that the usual family sets inside a line of Urdu. */
const others = /[\p{Script=Latin}0-9₹]/u;

/** True for a line of Urdu, whatever else is in it: such a line runs from right to left. */
export function isUrdu(text: string): boolean {
  return hasLetters(text, 'Arabic');
}

/** The pieces of a line of any script, in visual order from left to right. */
export function lineRuns(line: string): BidiRun[] {
  if (isUrdu(line)) return bidiRuns(line);
  return scriptPieces(line).map((piece) => ({ ...piece, direction: 'ltr' }));
}

/**
 * Cuts a line of Urdu where direction or script changes and puts the pieces into visual order, from left to
 * right (Unicode's bidirectional algorithm, UAX 9, rule L2). The text of a piece stays in the order in which it is read.
 */
export function bidiRuns(line: string): BidiRun[] {
  const { levels } = bidi.getEmbeddingLevels(line, 'rtl');
  const runs: { text: string; script: Script; level: number }[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    const level = levels[at] ?? 1;
    const script = pickScript(character, level);
    const last = runs.at(-1);
    if (last !== undefined && last.level === level && last.script === script)
      last.text += character;
    else runs.push({ text: character, script, level });
  }
  const highest = Math.max(1, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) reverseFrom(runs, level);
  return runs.map(({ text, script, level }) => ({
    text,
    script,
    direction: level % 2 === 1 ? 'rtl' : 'ltr',
  }));
}

/** Signs that belong to no script take the direction around them. */
function pickScript(character: string, level: number): Script {
  const own = findOwnScript(character);
  if (own !== undefined) return own;
  return others.test(character) || level % 2 === 0 ? usualScript : 'Arabic';
}

/** Turns every sequence of runs at this level or deeper. */
function reverseFrom(runs: { level: number }[], level: number): void {
  for (let from = 0; from < runs.length; from += 1) {
    if ((runs[from]?.level ?? 0) < level) continue;
    let to = from;
    while ((runs[to]?.level ?? 0) >= level) to += 1;
    runs.splice(from, to - from, ...runs.slice(from, to).reverse());
    from = to;
  }
}
