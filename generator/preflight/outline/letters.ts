import bidiFactory, { type Bidi } from 'bidi-js';
import * as hb from 'harfbuzzjs';
import { heavierBy, makeHeavier } from '../../../campaigns/languages/typesetting/heavier.ts';
import { spaceNastaliq } from '../../../campaigns/languages/typesetting/nastaliq.ts';
import {
  type Script,
  scriptNames,
  scriptRow,
  usualScript,
} from '../../../campaigns/languages/typesetting/scripts.ts';
import type { ShapedGlyph } from '../../../campaigns/languages/typesetting/shaping.ts';
import type { Weight } from '../../layout/node.ts';
import type { Path } from '../../layout/path.ts';

/** A glyph where HarfBuzz sets it on the line, in units of the usual font, y upwards. */
export interface Letter {
  readonly glyph: number;
  readonly path: Path;
}

/**
 * One weight of all scripts as HarfBuzz reads it. The press file's own code is on purpose not used here: what it wrote is
 * compared with this. Both ask `spaceNastaliq` the spacing of words in Urdu, and `makeHeavier` a weight that its family lacks.
 */
export interface Letters {
  readonly unitsPerEm: number;
  /** Height of the shirorekha over the baseline in font units. */
  readonly shirorekha: number;
  /** Thickness of the shirorekha in font units. */
  readonly stroke: number;
  set(text: string): Letter[];
  /** The font of one script. */
  font(script: Script): ReadFont;
}

export interface ReadFont {
  readonly unitsPerEm: number;
  /** Letters of a run, and how far the pen goes on. */
  shape(run: string, isRtl: boolean): { letters: Letter[]; advance: number };
  /** Outline of a glyph by its number; 0 is .notdef. */
  glyph(number: number): Path;
  /** Number of the glyph that stands for a single character. */
  numberOf(character: string): number;
}

/** @param read gives the font file of a script */
export function openLetters(read: (script: Script) => Uint8Array, weight: Weight): Letters {
  const fonts = new Map<Script, ReadFont>();
  const lines = new Map<string, Letter[]>();
  const font = (script: Script): ReadFont => {
    const opened = fonts.get(script) ?? openFont(read(script), script, weight);
    fonts.set(script, opened);
    return opened;
  };
  const usual = font(usualScript);
  const ka = usual.glyph(usual.numberOf('क'));
  return {
    unitsPerEm: usual.unitsPerEm,
    shirorekha: Math.max(...ka.xy.filter((_, index) => index % 2 === 1)),
    stroke: leftEnd(ka),
    font,
    set(text) {
      const known = lines.get(text);
      if (known !== undefined) return known;
      let pen = 0;
      const letters = seenRuns(text).flatMap(({ run, level, script }) => {
        const set = font(script).shape(run, level % 2 === 1);
        const from = pen;
        pen += set.advance;
        return set.letters.map(({ glyph, path }) => ({ glyph, path: moved(path, [from, 0]) }));
      });
      lines.set(text, letters);
      return letters;
    },
  };
}

function openFont(bytes: Uint8Array, script: Script, weight: Weight): ReadFont {
  const face = new hb.Face(new hb.Blob(bytes));
  const opened = new hb.Font(face);
  const kept = new Map<number, Path>();
  const { scale, direction, language } = scriptRow(script);
  const grown = heavierBy(script, weight);
  const glyph = (number: number): Path => {
    const drawn = () => makeHeavier(opened.glyphToJson(number), grown);
    const known = kept.get(number) ?? toCubics(drawn(), scale);
    kept.set(number, known);
    return known;
  };
  const outlines = { outline: (number: number) => opened.glyphToJson(number) };
  return {
    unitsPerEm: face.upem,
    glyph,
    numberOf: (character) => opened.glyph(character.codePointAt(0) ?? 0) ?? 0,
    shape(run, isRtl) {
      const buffer = new hb.Buffer();
      buffer.addText(run);
      buffer.guessSegmentProperties();
      if (direction === 'rtl') {
        buffer.setDirection(isRtl ? hb.Direction.RTL : hb.Direction.LTR);
        buffer.setScript('Arab');
      }
      if (language !== undefined) buffer.setLanguage(language);
      hb.shape(opened, buffer);
      let pen = 0;
      const letters: Letter[] = [];
      const shaped = buffer.getGlyphInfosAndPositions().map(readGlyph);
      for (const set of isRtl ? spaceNastaliq(outlines, run, shaped) : shaped) {
        const path = glyph(set.glyph);
        const at = [(pen + set.x) * scale, set.y * scale] as const;
        if (path.ops !== '') letters.push({ glyph: set.glyph, path: moved(path, at) });
        pen += set.advance;
      }
      return { letters, advance: pen * scale };
    },
  };
}

function readGlyph(set: ReturnType<hb.Buffer['getGlyphInfosAndPositions']>[number]): ShapedGlyph {
  const { codepoint, cluster, xAdvance = 0, xOffset = 0, yOffset = 0 } = set;
  return { glyph: codepoint, cluster, advance: xAdvance, x: xOffset, y: yOffset };
}

function moved({ ops, xy }: Path, [dx, dy]: readonly [number, number]): Path {
  return { ops, xy: xy.map((value, at) => value + (at % 2 === 0 ? dx : dy)) };
}

/** Height of a letter's left end, which is where its shirorekha begins. */
function leftEnd({ xy }: Path): number {
  const points = Array.from({ length: xy.length / 2 }, (_, at) => [xy[2 * at], xy[2 * at + 1]]);
  const left = Math.min(...points.map(([x = Infinity]) => x));
  const ys = points.flatMap(([x, y = 0]) => (x === left ? [y] : []));
  return Math.max(...ys) - Math.min(...ys);
}

/** TrueType's quadratic curves as cubics, which are all that a PDF has. */
function toCubics(commands: hb.SvgPathCommand[], scale: number): Path {
  let ops = '';
  const xy: number[] = [];
  for (const { type, values } of commands) {
    const [x0 = 0, y0 = 0] = xy.slice(-2);
    if (type === 'Q') {
      const [cx, cy, x, y] = values as [number, number, number, number];
      ops += 'C';
      xy.push(x0 + (2 * (cx - x0)) / 3, y0 + (2 * (cy - y0)) / 3);
      xy.push(x + (2 * (cx - x)) / 3, y + (2 * (cy - y)) / 3, x, y);
    } else {
      ops += type;
      xy.push(...values);
    }
  }
  return { ops, xy: xy.map((value) => value * scale) };
}

// The package's types name a default export; what it has is the function itself.
const bidi = (bidiFactory as unknown as () => Bidi)();

/** Characters that a font sets at once, at their level of embedding: an odd one is read from right to left. */
export interface SeenRun {
  run: string;
  level: number;
  script: Script;
}

const ofScript = new Map(scriptNames.map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')]));
const isLatin = (character: string) => /\p{Script=Latin}/u.test(character);
const isArabic = (character: string) => /[\u0600-\u06ff]|\p{Script=Arabic}/u.test(character);

/**
 * A line as it is seen from left to right. Runs are found character by character, and not by the press file's own code, with
 * which the outcome is compared.
 */
export function seenRuns(text: string): SeenRun[] {
  return [...text].some(isArabic) ? runsOfUrdu(text) : runsOfLetters(text);
}

function findOwn(character: string): Script | undefined {
  if (isArabic(character)) return 'Arabic';
  return scriptNames.find((name) => ofScript.get(name)?.test(character));
}

/**
 * A shaper takes one script at a time, Latin among them; characters without one, such as digits and spaces, go with those
 * before them, and Latin letters are set in the font that sets what is before them.
 */
function runsOfLetters(text: string): SeenRun[] {
  const runs: SeenRun[] = [];
  let font = [...text].map(findOwn).find((own) => own !== undefined) ?? usualScript;
  let shaped: Script | 'Latin' | undefined;
  for (const character of text) {
    const own = isLatin(character) ? 'Latin' : findOwn(character);
    if (own !== undefined && own !== 'Latin') font = own;
    const last = runs.at(-1);
    if (last !== undefined && (own === undefined || shaped === undefined || own === shaped))
      last.run += character;
    else runs.push({ run: character, level: 0, script: font });
    shaped = own ?? shaped;
  }
  return runs;
}

/** Neighbours on the line that are neighbours in the text, of one level and one font. */
function runsOfUrdu(text: string): SeenRun[] {
  const embedding = bidi.getEmbeddingLevels(text, 'rtl');
  const levelAt = (at: number) => embedding.levels[at] ?? 1;
  const scriptAt = (at: number): Script => {
    const character = text.charAt(at);
    const isOther = isLatin(character) || /[0-9₹]/.test(character);
    const neutral = isOther || levelAt(at) % 2 === 0 ? usualScript : 'Arabic';
    return findOwn(character) ?? neutral;
  };
  const groups: number[][] = [];
  for (const at of bidi.getReorderedIndices(text, embedding)) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const goesOn =
      before !== undefined &&
      Math.abs(at - before) === 1 &&
      levelAt(at) === levelAt(before) &&
      scriptAt(at) === scriptAt(before);
    if (goesOn) group?.push(at);
    else groups.push([at]);
  }
  return groups.flatMap((group) => {
    const [from = 0, to = 0] = [Math.min(...group), Math.max(...group)];
    const run = text.slice(from, to + 1);
    const level = levelAt(from);
    const script = scriptAt(from);
    if (script === 'Arabic') return [{ run, level, script }];
    return runsOfLetters(run).map((part) => ({ ...part, level }));
  });
}
