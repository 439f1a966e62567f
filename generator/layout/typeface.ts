import { lineRuns } from '../../campaigns/languages/typesetting/bidi-runs.ts';
import { heavierBy, makeHeavier } from '../../campaigns/languages/typesetting/heavier.ts';
import { spaceNastaliq } from '../../campaigns/languages/typesetting/nastaliq.ts';
import {
  type Script,
  scriptRow,
  usualScript,
} from '../../campaigns/languages/typesetting/scripts.ts';
import {
  openShapingFont,
  type ShapedGlyph,
  type ShapingFont,
} from '../../campaigns/languages/typesetting/shaping.ts';
import { keepFew } from './keep-few.ts';
import type { Weight } from './node.ts';
import type { Path } from './path.ts';

/**
 * Outlines are kept in thirds of a font unit: TrueType's quadratics become cubics there with whole
 * numbers only, so that what is printed is the font's outline to the last digit.
 */
export const subunits = 3;

/** A glyph's outline in thirds of a font unit, y upwards, and where its origin is on the line. */
export interface Placed {
  readonly outline: Path;
  readonly x: number;
  readonly y: number;
}

/** A shaped line; the pen starts at 0. `missing` says that the font lacks a character of the text. */
export interface Run {
  readonly glyphs: readonly Placed[];
  /** Width in font units. */
  readonly advance: number;
  /** Edges of the ink in font units: matras reach past the advance, and deep below the baseline. */
  readonly ink: Ink;
  readonly missing: boolean;
}

export interface Ink {
  readonly left: number;
  readonly right: number;
  readonly above: number;
  readonly below: number;
}

export interface Typeface {
  readonly unitsPerEm: number;
  /** Height of the shirorekha over the baseline in font units: the height by which letters are measured. */
  readonly shirorekha: number;
  /** The font's own ascender and descender (negative) in font units: what a line box is measured by. */
  readonly ascender: number;
  readonly descender: number;
  shape(text: string): Run;
}

type Extents = NonNullable<ReturnType<ShapingFont['extents']>>;

/** A font whose outlines are read once and kept, and its size in the units of the line. */
interface Source {
  font: ShapingFont;
  scale: number;
  extents(glyph: number): Extents | undefined;
  outline(glyph: number): Path;
}

/** Lines that are kept: a station's are measured and then set, its district's come again with its neighbours. */
const mostKept = 64;

/**
 * One weight of the letters of all scripts: their fonts have one height of letters, so that what is measured by the usual one
 * holds for all.
 * @param read gives the TrueType font of a script in this weight, when the first line in it comes
 */
export function openTypeface(read: (script: Script) => Uint8Array, weight: Weight): Typeface {
  const sources = new Map<Script, Source>();
  const sourceFor = (script: Script): Source => {
    const source = sources.get(script) ?? openSource(read(script), script, weight);
    sources.set(script, source);
    return source;
  };
  const { font } = sourceFor(usualScript);
  const setRun = (text: string): Run => {
    const line = new OpenRun();
    for (const { text: piece, script, direction } of lineRuns(text)) {
      const source = sourceFor(script);
      for (const { glyphs } of source.font.shape(piece, script, direction))
        line.add(source, direction === 'rtl' ? spaceNastaliq(source.font, piece, glyphs) : glyphs);
    }
    return line.run;
  };
  const lines = keepFew<Run>(mostKept);
  return {
    unitsPerEm: font.unitsPerEm,
    shirorekha: inkTop(font, scriptRow(usualScript).body),
    ascender: font.ascender,
    descender: font.descender,
    shape: (text) => lines.get(text, () => setRun(text)),
  };
}

function openSource(bytes: Uint8Array, script: Script, weight: Weight): Source {
  const font = openShapingFont(bytes);
  const { scale } = scriptRow(script);
  const grown = heavierBy(script, weight);
  const kept = new Map<number, Path>();
  const outline = (glyph: number): Path => {
    const known = kept.get(glyph);
    if (known !== undefined) return known;
    const { ops, xy } = glyphPath(makeHeavier(font.outline(glyph), grown));
    const path = { ops, xy: scale === 1 ? xy : xy.map((value) => value * scale) };
    kept.set(glyph, path);
    return path;
  };
  const extents = (glyph: number) =>
    grown === 0 ? font.extents(glyph) : boxOf(outline(glyph), scale * subunits);
  return { font, scale, extents, outline };
}

function boxOf({ xy }: Path, unit: number): Extents | undefined {
  if (xy.length === 0) return undefined;
  const xs = xy.filter((_, at) => at % 2 === 0).map((x) => x / unit);
  const ys = xy.filter((_, at) => at % 2 === 1).map((y) => y / unit);
  const [xBearing, yBearing] = [Math.min(...xs), Math.max(...ys)];
  return {
    xBearing,
    yBearing,
    width: Math.max(...xs) - xBearing,
    height: Math.min(...ys) - yBearing,
  };
}

/** A line as its glyphs are set one after the other. */
class OpenRun {
  readonly #glyphs: Placed[] = [];
  #pen = 0;
  #missing = false;
  readonly #ink = { left: 0, right: 0, above: 0, below: 0 };

  add({ scale, extents, outline }: Source, shaped: readonly ShapedGlyph[]): void {
    for (const { glyph, advance, x, y } of shaped) {
      if (glyph === 0) this.#missing = true;
      const path = outline(glyph);
      if (path.ops !== '') {
        const left = this.#pen + x * scale;
        const up = y * scale;
        this.#glyphs.push({ outline: path, x: left * subunits, y: up * subunits });
        joinInk(this.#ink, extents(glyph), [left, up, scale]);
      }
      this.#pen += advance * scale;
    }
  }

  get run(): Run {
    return {
      glyphs: this.#glyphs,
      advance: this.#pen,
      ink: this.#ink,
      missing: this.#missing,
    };
  }
}

function joinInk(
  ink: { left: number; right: number; above: number; below: number },
  extents: Extents | undefined,
  [x, y, scale]: readonly [x: number, y: number, scale: number],
): void {
  if (extents === undefined) return;
  const { xBearing, yBearing, width, height } = extents;
  ink.left = Math.min(ink.left, x + xBearing * scale);
  ink.right = Math.max(ink.right, x + (xBearing + width) * scale);
  ink.above = Math.max(ink.above, y + yBearing * scale);
  ink.below = Math.max(ink.below, -(y + (yBearing + height) * scale));
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
