import * as hb from 'harfbuzzjs';
import { letterClass, type Script, scriptNames, scriptRow, usualScript } from './scripts.ts';

/** A glyph as HarfBuzz sets it, in font units, y upwards. */
export interface ShapedGlyph {
  /** Number in the font; 0 where the font lacks a character. */
  readonly glyph: number;
  /** Where its characters begin in the run's text. */
  readonly cluster: number;
  /** How far the pen goes on; the glyph itself is at the pen, moved by x and y. */
  readonly advance: number;
  readonly x: number;
  readonly y: number;
}

/** Text of one script, which HarfBuzz shapes at once. */
export interface ShapedRun {
  readonly text: string;
  readonly glyphs: readonly ShapedGlyph[];
}

export interface ShapingFont {
  readonly unitsPerEm: number;
  /** The font's own ascender and descender (negative) in font units. */
  readonly ascender: number;
  readonly descender: number;
  /** Glyphs come in visual order from left to right, whichever way they are read. */
  shape(text: string, script?: Script, direction?: 'rtl' | 'ltr'): ShapedRun[];
  /** The font's own outline: quadratics, as TrueType has them. */
  outline(glyph: number): hb.SvgPathCommand[];
  extents(glyph: number): hb.GlyphExtents | undefined;
  /** Width of a glyph by itself. */
  advance(glyph: number): number;
  has(codePoint: number): boolean;
}

/** Opens a TrueType font with HarfBuzz, which joins Devanagari; print's outlines and the reports' PDFs are set by it. */
export function openShapingFont(bytes: Uint8Array): ShapingFont {
  const face = new hb.Face(new hb.Blob(bytes));
  const font = new hb.Font(face);
  const buffer = new hb.Buffer();
  const { ascender, descender } = font.hExtents();

  function shapeGlyphs(text: string, setProperties: () => void): ShapedGlyph[] {
    buffer.reset();
    buffer.addText(text);
    setProperties();
    hb.shape(font, buffer);
    // Both at once would define four hidden properties a glyph, which takes as long as shaping it.
    const positions = buffer.getGlyphPositions();
    return buffer.getGlyphInfos().map(({ codepoint, cluster }, at) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
      return { glyph: codepoint, cluster, advance: xAdvance, x: xOffset, y: yOffset };
    });
  }
  return {
    unitsPerEm: face.upem,
    ascender,
    descender,
    shape(text, script = usualScript, direction = 'ltr') {
      const { language, direction: own } = scriptRow(script);
      const setProperties = () => {
        if (own === 'rtl') {
          buffer.setDirection(direction === 'rtl' ? hb.Direction.RTL : hb.Direction.LTR);
          buffer.setScript('Arab');
        } else buffer.guessSegmentProperties();
        if (language !== undefined) buffer.setLanguage(language);
      };
      const runs = own === 'rtl' ? [text] : scriptRuns(text);
      return runs.map((run) => ({ text: run, glyphs: shapeGlyphs(run, setProperties) }));
    },
    outline: (glyph) => font.glyphToJson(glyph),
    extents: (glyph) => font.glyphExtents(glyph),
    advance: (glyph) => font.glyphHAdvance(glyph),
    has: (codePoint) => font.glyph(codePoint) !== undefined,
  };
}

/** Letters of every script but Latin and that of Urdu, whose pieces are cut by direction. */
const joined = letterClass(scriptNames.filter((name) => scriptRow(name).direction === 'ltr'));
const scriptRun = new RegExp(`[^A-Za-z${joined}]*[A-Za-z][^${joined}]*|[^A-Za-z]+`, 'gu');

/**
 * Cuts a text where Latin letters meet those of another script, which have their own joining rules; characters of
 * both, such as digits and spaces, stay with what is before them, at the beginning with what follows.
 */
export function scriptRuns(text: string): string[] {
  return text.match(scriptRun) ?? [];
}
