import * as hb from 'harfbuzzjs';
import type { Path } from '../../layout/path.ts';

/** A glyph where HarfBuzz sets it on the line, in font units, y upwards. */
export type Letter = { readonly glyph: number; readonly path: Path };

/**
 * A font as HarfBuzz reads it. The press file's own code is on purpose not used here: what it wrote is compared
 * with this.
 */
export type Letters = {
  readonly unitsPerEm: number;
  /** Height of the shirorekha over the baseline in font units. */
  readonly shirorekha: number;
  /** Thickness of the shirorekha in font units. */
  readonly stroke: number;
  set(text: string): Letter[];
  /** Width of a line in font units. */
  advance(text: string): number;
  /** Outline of a glyph by its number; 0 is .notdef. */
  glyph(number: number): Path;
  /** Number of the glyph that stands for a single character. */
  numberOf(character: string): number;
};

/** Letters of a family that has a font of its own for lines in Gujarati. */
export function withGujaratiLetters(letters: Letters, gujarati: Letters): Letters {
  return {
    ...letters,
    set: (text) => (ofScript.Gujarati.test(text) ? gujarati : letters).set(text),
  };
}

export function openLetters(font: Uint8Array): Letters {
  const face = new hb.Face(new hb.Blob(font));
  const opened = new hb.Font(face);
  const kept = new Map<number, Path>();
  const lines = new Map<string, Letter[]>();

  const glyph = (number: number): Path => {
    const known = kept.get(number) ?? toCubics(opened.glyphToJson(number));
    kept.set(number, known);
    return known;
  };
  const shape = (text: string) => {
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    hb.shape(opened, buffer);
    return buffer.getGlyphInfosAndPositions();
  };
  const numberOf = (character: string) => shape(character)[0]?.codepoint ?? 0;
  const ka = glyph(numberOf('क'));
  return {
    unitsPerEm: face.upem,
    shirorekha: Math.max(...ka.xy.filter((_, index) => index % 2 === 1)),
    stroke: leftEnd(ka),
    glyph,
    numberOf,
    advance: (text) =>
      splitRuns(text)
        .flatMap(shape)
        .reduce((sum, { xAdvance = 0 }) => sum + xAdvance, 0),
    set(text) {
      const known = lines.get(text);
      if (known !== undefined) return known;
      let pen = 0;
      const letters: Letter[] = [];
      for (const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } of splitRuns(text).flatMap(
        shape,
      )) {
        const { ops, xy } = glyph(codepoint);
        const [x, y] = [pen + xOffset, yOffset];
        const moved = xy.map((value, index) => value + (index % 2 === 0 ? x : y));
        if (ops !== '') letters.push({ glyph: codepoint, path: { ops, xy: moved } });
        pen += xAdvance;
      }
      lines.set(text, letters);
      return letters;
    },
  };
}

/** Height of a letter's left end, which is where its shirorekha begins. */
function leftEnd({ xy }: Path): number {
  const points = Array.from({ length: xy.length / 2 }, (_, at) => [xy[2 * at], xy[2 * at + 1]]);
  const left = Math.min(...points.map(([x = Infinity]) => x));
  const ys = points.flatMap(([x, y = 0]) => (x === left ? [y] : []));
  return Math.max(...ys) - Math.min(...ys);
}

const scripts = ['Latin', 'Devanagari', 'Gujarati'] as const;
const ofScript = {
  Latin: /\p{Script=Latin}/u,
  Devanagari: /\p{Script=Devanagari}/u,
  Gujarati: /\p{Script=Gujarati}/u,
} as const;

/** A shaper takes one script at a time; imprints without one, such as digits and spaces, go with those before them. */
function splitRuns(text: string): string[] {
  const runs: string[] = [];
  let script: (typeof scripts)[number] | undefined;
  for (const character of text) {
    const own = scripts.find((name) => ofScript[name].test(character));
    const isSame = own === undefined || script === undefined || own === script;
    if (isSame && runs.length > 0) runs[runs.length - 1] += character;
    else runs.push(character);
    script = own ?? script;
  }
  return runs;
}

/** TrueType's quadratic curves as cubics, which are all that a PDF has. */
export function toCubics(commands: hb.SvgPathCommand[]): Path {
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
  return { ops, xy };
}
