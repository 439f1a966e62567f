import bidiFactory, { type Bidi } from 'bidi-js';

// The package's types name a default export; what it has is the function itself.
const bidi = (bidiFactory as unknown as () => Bidi)();

/** A piece of a line that is shaped at once: one font, one direction. */
export type BidiRun = {
  readonly text: string;
  readonly font: 'nastaliq' | 'mukta';
  readonly direction: 'rtl' | 'ltr';
};

const arabic = /[\u0600-\u06FF\u0750-\u077F\u08A0-\u08FF\uFB50-\uFDFF\uFE70-\uFEFF]/;
/** Letters and digits that Mukta sets. */
const others = /[\p{Script=Devanagari}\p{Script=Latin}0-9₹]/u;

/** True for a line of Urdu, whatever else stands in it: such a line runs from right to left. */
export function isUrdu(text: string): boolean {
  return arabic.test(text);
}

/**
 * Cuts a line of Urdu where direction or font changes and puts the pieces into the order in which they stand, from left to
 * right (Unicode's bidirectional algorithm, UAX 9, rule L2). The text of a piece stays in the order in which it is read.
 */
export function bidiRuns(line: string): BidiRun[] {
  const { levels } = bidi.getEmbeddingLevels(line, 'rtl');
  const runs: { text: string; font: BidiRun['font']; level: number }[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    const level = levels[at] ?? 1;
    const font = pickFont(character, level);
    const last = runs.at(-1);
    if (last !== undefined && last.level === level && last.font === font) last.text += character;
    else runs.push({ text: character, font, level });
  }
  const highest = Math.max(1, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) reverseFrom(runs, level);
  return runs.map(({ text, font, level }) => ({
    text,
    font,
    direction: level % 2 === 1 ? 'rtl' : 'ltr',
  }));
}

/** Signs that belong to no script go with the direction in which they stand. */
function pickFont(character: string, level: number): BidiRun['font'] {
  if (arabic.test(character)) return 'nastaliq';
  if (others.test(character)) return 'mukta';
  return level % 2 === 1 ? 'nastaliq' : 'mukta';
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
