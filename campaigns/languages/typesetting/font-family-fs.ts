import { readFileSync } from 'node:fs';
import { lineRuns } from './bidi-runs.ts';
import { type FontWeight, fontPath } from './font-files-fs.ts';
import { findScript, type Script, scriptRow, usualScript } from './scripts.ts';
import { openShapingFont, type ShapedRun, type ShapingFont } from './shaping.ts';

/** Glyphs in their own font's units; `scale` makes them those of the family. */
export type FamilyRun = ShapedRun & { script: Script; font: ShapingFont; scale: number };

/** One weight of the family in all scripts: each part of a text is set in the font that has its letters. */
export interface FontFamily {
  unitsPerEm: number;
  ascender: number;
  descender: number;
  /** In visual order of the parts, from left to right. */
  shape(text: string): FamilyRun[];
  has(sign: string): boolean;
}

const kept = new Map<string, Buffer>();

/** Bytes of a font file, which never changes while the process runs. */
export function fontBytes(weight: FontWeight, script: Script): Buffer {
  const key = `${script}${weight}`;
  const bytes = kept.get(key) ?? readFileSync(fontPath(weight, script));
  kept.set(key, bytes);
  return bytes;
}

/** Fonts are opened when the first text in their script comes. */
export function openFamily(weight: FontWeight): FontFamily {
  const opened = new Map<Script, ShapingFont>();
  const fontFor = (script: Script): ShapingFont => {
    const font = opened.get(script) ?? openShapingFont(fontBytes(weight, script));
    opened.set(script, font);
    return font;
  };
  const { unitsPerEm, ascender, descender } = fontFor(usualScript);
  return {
    unitsPerEm,
    ascender,
    descender,
    shape: (text) =>
      lineRuns(text).flatMap(({ script, text: piece, direction }) => {
        const font = fontFor(script);
        const { scale } = scriptRow(script);
        return font.shape(piece, script, direction).map((run) => ({ ...run, script, font, scale }));
      }),
    has: (sign) => fontFor(findScript(sign)).has(sign.codePointAt(0) ?? 0),
  };
}
