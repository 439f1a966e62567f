import { openShapingFont, type ShapingFont } from '../../campaigns/typesetting/shaping.ts';
import type { Path } from './path.ts';

/**
 * Outlines are kept in thirds of a font unit: TrueType's quadratics become cubics there with whole
 * numbers only, so that what is printed is the font's outline to the last digit.
 */
export const subunits = 3;

/** A glyph's outline in thirds of a font unit, y upwards, and where its origin stands on the line. */
export type Placed = { readonly outline: Path; readonly x: number; readonly y: number };

/** A shaped line; the pen starts at 0. `missing` says that the font lacks a character of the text. */
export type Run = {
  readonly glyphs: readonly Placed[];
  /** Width in font units. */
  readonly advance: number;
  /** Edges of the ink in font units: matras reach past the advance, and deep below the baseline. */
  readonly ink: Ink;
  readonly missing: boolean;
};

export type Ink = {
  readonly left: number;
  readonly right: number;
  readonly above: number;
  readonly below: number;
};

export type Typeface = {
  readonly unitsPerEm: number;
  /** Height of the shirorekha over the baseline in font units: the height by which letters are measured. */
  readonly shirorekha: number;
  /** The font's own ascender and descender (negative) in font units: what a line box is measured by. */
  readonly ascender: number;
  readonly descender: number;
  shape(text: string): Run;
};

type Extents = NonNullable<ReturnType<ShapingFont['extents']>>;

/** Opens a TrueType font. Glyph outlines are read once and kept. */
export function openTypeface(bytes: Uint8Array): Typeface {
  const font = openShapingFont(bytes);
  const glyphs = new Map<number, Path>();

  const outline = (glyph: number): Path => {
    const kept = glyphs.get(glyph);
    if (kept !== undefined) return kept;
    const path = glyphPath(font.outline(glyph));
    glyphs.set(glyph, path);
    return path;
  };

  return {
    unitsPerEm: font.unitsPerEm,
    shirorekha: inkTop(font, 'क'),
    ascender: font.ascender,
    descender: font.descender,
    shape(text) {
      const glyphs: Placed[] = [];
      let pen = 0;
      let missing = false;
      let ink: Ink = { left: 0, right: 0, above: 0, below: 0 };
      for (const run of font.shape(text)) {
        for (const { glyph, advance, x, y } of run.glyphs) {
          if (glyph === 0) missing = true;
          const path = outline(glyph);
          if (path.ops !== '') {
            glyphs.push({ outline: path, x: (pen + x) * subunits, y: y * subunits });
            ink = joinInk(ink, font.extents(glyph), pen + x, y);
          }
          pen += advance;
        }
      }
      return { glyphs, advance: pen, ink, missing };
    },
  };
}

function joinInk(ink: Ink, extents: Extents | undefined, x: number, y: number): Ink {
  if (extents === undefined) return ink;
  const { xBearing, yBearing, width, height } = extents;
  return {
    left: Math.min(ink.left, x + xBearing),
    right: Math.max(ink.right, x + xBearing + width),
    above: Math.max(ink.above, y + yBearing),
    below: Math.max(ink.below, -(y + yBearing + height)),
  };
}

function glyphPath(commands: ReturnType<ShapingFont['outline']>): Path {
  let ops = '';
  const xy: number[] = [];
  let x = 0;
  let y = 0;
  for (const { type, values } of commands) {
    const v = (index: number) => values[index] as number;
    if (type === 'Z') {
      ops += 'Z';
    } else if (type === 'Q') {
      ops += 'C';
      xy.push(x + 2 * v(0), y + 2 * v(1), v(2) + 2 * v(0), v(3) + 2 * v(1));
      xy.push(v(2) * subunits, v(3) * subunits);
      [x, y] = [v(2), v(3)];
    } else {
      ops += type;
      for (const value of values) xy.push(value * subunits);
      [x, y] = values.slice(-2) as [number, number];
    }
  }
  return { ops, xy };
}

/** Highest ink of a text over the baseline, in font units. */
function inkTop(font: ShapingFont, text: string): number {
  const tops = font.shape(text).flatMap((run) =>
    run.glyphs.map(({ glyph, y }) => {
      const extents = font.extents(glyph);
      return extents === undefined ? 0 : extents.yBearing + y;
    }),
  );
  return Math.max(...tops);
}
