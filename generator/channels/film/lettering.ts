import type { InkName } from '../../ink/palette.ts';
import type { Fonts } from '../../layout/fonts-fs.ts';
import type { Weight } from '../../layout/node.ts';
import { inkWidth, setLine, shapeAll, unitMm } from '../../layout/text-fit.ts';
import { joined, mapped } from './outline.ts';
import { type FilmShape, group, move, still } from './shape.ts';

export interface Lettering {
  /** From baseline to shirorekha. */
  height: number;
  weight?: Weight;
  ink: InkName;
  part: string;
  /** Where the line's ink is over the origin. */
  anchor?: 'left' | 'middle' | 'right';
  /** A sign, as on an app's tile, that is seen and not read. */
  sign?: boolean;
}

export interface SetLine {
  shape: FilmShape;
  /** Ink around the origin, which lies on the baseline. */
  width: number;
  above: number;
  below: number;
}

/** One line as print sets it, an outline about its origin on the baseline. */
export function letter(fonts: Fonts, content: string, how: Lettering): SetLine {
  const { height, weight = 800, ink, part, anchor = 'left', sign = false } = how;
  const face = fonts.typeface(weight);
  const run = shapeAll(face, content);
  const unit = unitMm(face, height);
  const left = Math.min(0, run.ink.left) * unit;
  const width = inkWidth(run) * unit;
  const x = -left - (anchor === 'middle' ? width / 2 : anchor === 'right' ? width : 0);
  const line = setLine(run, { x, baseline: 0, unitMm: unit, ink, part });
  if (line.kind !== 'line') throw new Error('Expected a line');
  const [a, b, c, d, e, f] = line.matrix;
  const path = joined(
    run.glyphs.map(({ outline, x: gx, y: gy }) =>
      mapped(outline, [a, b, c, d, a * gx + c * gy + e, b * gx + d * gy + f]),
    ),
  );
  const words = content.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word)).length;
  const text = { words, letterHeight: height, content };
  return {
    shape: { part, path, ink, matrix: still, opacity: 1, ...(!sign && { text }) },
    width,
    above: run.ink.above * unit,
    below: run.ink.below * unit,
  };
}

export interface Column {
  lines: FilmShape[];
  width: number;
  /** Ink of all lines together; the first line's ink begins at 0. */
  height: number;
  letterHeight: number;
}

/**
 * Sets words on one line, or broken where ` | ` allows it and that leaves them larger, from the room's top left corner
 * down.
 */
export function fitted(
  fonts: Fonts,
  content: readonly string[],
  room: { width: number; height: number; ideal: number },
  how: Omit<Lettering, 'height'>,
): Column {
  let best: Column | undefined;
  for (const lines of breakings(content)) {
    const unit = lines.map((line) => letter(fonts, line, { ...how, height: 1 }));
    const tall = unit.reduce((sum, { above, below }) => sum + above + below, 0);
    const height = Math.min(
      room.ideal,
      ...unit.map(({ width }) => room.width / width),
      room.height / (tall + gap * (lines.length - 1)),
    );
    // A line more must be worth it.
    if (best !== undefined && height < best.letterHeight * 1.05) continue;
    best = stack(fonts, lines, { ...how, height });
  }
  if (best === undefined) throw new Error('Expected words to set, got none');
  return best;
}

const gap = 0.34;

function stack(fonts: Fonts, lines: readonly string[], how: Lettering): Column {
  let top = 0;
  const set: FilmShape[] = [];
  let width = 0;
  for (const [at, content] of lines.entries()) {
    const line = letter(fonts, content, how);
    if (at > 0) top += gap * how.height;
    set.push(...group([line.shape], { matrix: move(0, top + line.above) }));
    top += line.above + line.below;
    width = Math.max(width, line.width);
  }
  return { lines: set, width, height: top, letterHeight: how.height };
}

/** Given lines stay as they are; a single one may break where its words are marked so. Fewest lines first. */
function breakings(content: readonly string[]): string[][] {
  const whole = content.map(unbroken);
  const parts = content.length === 1 ? (content[0] as string).split(breakMark) : [];
  return parts.length > 1 ? [whole, parts] : [whole];
}

/** Where a line may break, in the words as they are written. */
const breakMark = ' | ';

/** Words without the marks. */
export function unbroken(words: string): string {
  return words.replaceAll(breakMark, ' ');
}
