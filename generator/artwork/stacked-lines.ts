import { isUrdu } from '../../campaigns/languages/typesetting/bidi-runs.ts';
import type { InkName } from '../ink/palette.ts';
import type { Node, Weight } from '../layout/node.ts';
import { splitWords } from '../layout/paragraph.ts';
import type { Kit } from './artwork.ts';
import { inkUnits, lineAt } from './typeset.ts';

/** Room between the inks of two lines, in heights of their letters. */
const gapUnits = 0.14;

export interface StackAt {
  /** The ink's left edge, or its middle. */
  x: number;
  anchor?: 'left' | 'middle';
  top: number;
  width: number;
  height: number;
  /** No larger than this. */
  mostMm?: number;
  /** No more lines than this. */
  mostLines?: number;
  /** Least room between the inks of two lines. */
  gapMm?: number;
  weight?: Weight;
  ink: InkName;
  part: string;
}

interface Stack {
  lines: readonly string[];
  heightMm: number;
  widest: number;
}

/** Sizes that differ by less than this share are one: a line of a single short word would buy it dearly. */
const nearly = 0.2;

/** A text broken at its words so that it is as large as the box allows, in the middle of its height. */
export function stackedLines(kit: Kit, content: string, at: StackAt): Node[] {
  const { weight = 800, anchor = 'left', x, ink, part } = at;
  const { lines, heightMm } = largestStack(kit, content, at);
  const inks = lines.map((line) => inkUnits(kit, line, weight));
  const gapMm = Math.max(gapUnits * heightMm, at.gapMm ?? 0);
  const pitch = pitchUnits(inks) * heightMm + gapMm;
  const whole = stackUnits(inks) * heightMm + gapMm * (lines.length - 1);
  const first = at.top + (at.height - whole) / 2 + (inks[0]?.above ?? 0) * heightMm;
  return lines.map((line, index) =>
    lineAt(kit, line, { x, anchor, baseline: first + index * pitch, heightMm, weight, ink, part }),
  );
}

/** How large a text is in a box, and on which lines. */
export function largestStack(
  kit: Kit,
  content: string,
  {
    width,
    height,
    mostMm = Infinity,
    mostLines = 4,
    gapMm = 0,
    weight = 800,
  }: Omit<StackAt, 'x' | 'top' | 'ink' | 'part'>,
): Stack {
  let best = { lines: [content], heightMm: 0, widest: Infinity };
  for (const lines of breaks(content, mostLines)) {
    const inks = lines.map((line) => inkUnits(kit, line, weight));
    const widest = Math.max(...inks.map((each) => each.width));
    const gaps = lines.length - 1;
    const letters = stackUnits(inks);
    const heightMm = Math.min(
      mostMm,
      width / widest,
      height / (letters + gapUnits * gaps),
      (height - gapMm * gaps) / letters,
    );
    // Where the height decides, lines of like length are the better break.
    const isTie =
      Math.abs(heightMm - best.heightMm) < nearly * best.heightMm &&
      lines.length === best.lines.length;
    if (isTie ? widest < best.widest : heightMm > best.heightMm) best = { lines, heightMm, widest };
  }
  return best;
}

interface Reach {
  above: number;
  below: number;
}

/** From a baseline to the next without the room between: the same for all, as deep letters and high ones need it. */
function pitchUnits(inks: readonly Reach[]): number {
  return Math.max(0, ...inks.slice(1).map(({ above }, at) => (inks[at]?.below ?? 0) + above));
}

function stackUnits(inks: readonly Reach[]): number {
  const ends = (inks[0]?.above ?? 0) + (inks.at(-1)?.below ?? 0);
  return ends + pitchUnits(inks) * (inks.length - 1);
}

/** Urdu ends no text with a word alone on its line, nor breaks what is spelt letter by letter. */
function breaks(content: string, mostLines: number): string[][] {
  const words = isUrdu(content) ? splitWords(content) : content.split(' ');
  const all = partitions(words, mostLines);
  if (!isUrdu(content) || words.length < 4) return all;
  return all.filter((lines) => lines.length === 1 || lines.at(-1)?.includes(' '));
}

/** Every way to break words into lines, fewest lines first. */
function partitions(words: readonly string[], most: number): string[][] {
  const all: string[][] = [];
  const gaps = words.length - 1;
  for (let breaks = 0; breaks < 2 ** gaps; breaks += 1) {
    const lines: string[] = [];
    for (const [index, word] of words.entries()) {
      const begins = index === 0 || Math.floor(breaks / 2 ** (index - 1)) % 2 === 1;
      if (begins) lines.push(word);
      else lines[lines.length - 1] += ` ${word}`;
    }
    if (lines.length <= most) all.push(lines);
  }
  return all.sort((a, b) => a.length - b.length);
}
