import type { InkName } from '../ink/palette.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import type { Weight } from '../layout/node.ts';
import { inkWidth, setLine, shapeAll, unitMm } from '../layout/text-fit.ts';
import { joined, mapped } from './outline.ts';
import { type FilmShape, group, move, still } from './shape.ts';

export type Lettering = {
  /** From baseline to shirorekha. */
  height: number;
  weight?: Weight;
  ink: InkName;
  part: string;
  /** Where the line's ink stands over the origin. */
  anchor?: 'left' | 'middle' | 'right';
  /** A sign, as on an app's tile, that is seen and not read. */
  sign?: boolean;
};

export type SetLine = {
  shape: FilmShape;
  /** Ink around the origin, which lies on the baseline. */
  width: number;
  above: number;
  below: number;
};

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
  const text = { words: content.split(/\s+/).length, letterHeight: height };
  return {
    shape: { part, path, ink, matrix: still, opacity: 1, ...(!sign && { text }) },
    width,
    above: run.ink.above * unit,
    below: run.ink.below * unit,
  };
}

export type Column = {
  lines: FilmShape[];
  width: number;
  /** Ink of all lines together; the first line's ink begins at 0. */
  height: number;
  letterHeight: number;
};

/**
 * Sets words on as many lines as leave them largest in a room, from its top left corner down, line for line apart by a
 * share of their height.
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

/** Every way to break the given lines further at words, up to three lines in all; fewest lines first. */
function breakings(content: readonly string[]): string[][] {
  const found: string[][] = [[...content]];
  if (content.length === 1) {
    const words = (content[0] as string).split(' ');
    const part = (from: number, to?: number) => words.slice(from, to).join(' ');
    for (let at = 1; at < words.length; at += 1) found.push([part(0, at), part(at)]);
    for (let at = 1; at < words.length; at += 1)
      for (let next = at + 1; next < words.length; next += 1)
        found.push([part(0, at), part(at, next), part(next)]);
  }
  if (content.length === 2) {
    const [first, second] = content.map((line) => line.split(' ')) as [string[], string[]];
    for (let at = 1; at < second.length; at += 1)
      found.push([first.join(' '), second.slice(0, at).join(' '), second.slice(at).join(' ')]);
  }
  return found;
}
