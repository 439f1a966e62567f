import * as hb from 'harfbuzzjs';
import type { Path } from './path.ts';

/**
 * Outlines are kept in thirds of a font unit: TrueType's quadratics become cubics there with whole
 * numbers only, so that what is printed is the font's outline to the last digit.
 */
export const subunits = 3;

/** A glyph's outline in thirds of a font unit, y upwards, and where its origin stands on the line. */
export type Placed = { readonly outline: Path; readonly x: number; readonly y: number };

/** A shaped line; the pen starts at 0. `missing` says that the font lacks a sign of the text. */
export type Run = {
  readonly glyphs: readonly Placed[];
  /** Width in font units. */
  readonly advance: number;
  readonly missing: boolean;
};

export type Typeface = {
  readonly unitsPerEm: number;
  /** Height of the shirorekha over the baseline in font units: the height by which signs are measured. */
  readonly shirorekha: number;
  /** Highest and lowest ink of a line in font units, matras included. */
  readonly extent: { readonly above: number; readonly below: number };
  shape(text: string): Run;
};

/** Opens a TrueType font with HarfBuzz. Glyph outlines are read once and kept. */
export function openTypeface(bytes: Uint8Array): Typeface {
  const face = new hb.Face(new hb.Blob(bytes));
  const font = new hb.Font(face);
  const glyphs = new Map<number, Path>();
  const buffer = new hb.Buffer();

  const outline = (glyph: number): Path => {
    const kept = glyphs.get(glyph);
    if (kept !== undefined) return kept;
    const path = glyphPath(font.glyphToJson(glyph));
    glyphs.set(glyph, path);
    return path;
  };

  return {
    unitsPerEm: face.upem,
    shirorekha: inkSpan(font, 'क').top,
    extent: { above: inkSpan(font, 'कैंर्की').top, below: -inkSpan(font, 'कूट्टृ').bottom },
    shape(text) {
      buffer.reset();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      hb.shape(font, buffer);
      const placed: Placed[] = [];
      let pen = 0;
      let missing = false;
      for (const info of buffer.getGlyphInfosAndPositions()) {
        const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } = info;
        if (codepoint === 0) missing = true;
        const path = outline(codepoint);
        if (path.ops !== '') {
          placed.push({ outline: path, x: (pen + xOffset) * subunits, y: yOffset * subunits });
        }
        pen += xAdvance;
      }
      return { glyphs: placed, advance: pen, missing };
    },
  };
}

function glyphPath(commands: hb.SvgPathCommand[]): Path {
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

/** Highest and lowest ink of a text, in font units over the baseline. */
function inkSpan(font: hb.Font, text: string): { top: number; bottom: number } {
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  hb.shape(font, buffer);
  let [top, bottom] = [-Infinity, Infinity];
  for (const { codepoint, yOffset = 0 } of buffer.getGlyphInfosAndPositions()) {
    const extents = font.glyphExtents(codepoint);
    if (extents === undefined) continue;
    top = Math.max(top, extents.yBearing + yOffset);
    bottom = Math.min(bottom, extents.yBearing + extents.height + yOffset);
  }
  return { top, bottom };
}
