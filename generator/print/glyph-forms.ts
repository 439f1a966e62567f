import type { Shape } from '../layout/drawing.ts';
import { type Path, writePath } from '../layout/path.ts';

/**
 * Glyphs that a press file holds once, as form XObjects, and draws by name wherever they occur, at any size and in any
 * ink: the key is the outline as PDF content, which is the same in every thread. A text repeats its letters, and
 * Flate, whose window is 32 kB, no longer sees the earlier ones.
 */
export type GlyphForms = ReadonlyMap<string, string>;

/** A form costs about 150 bytes besides its outline: more than three repetitions within a window. */
const least = 4;

/**
 * @param shapes what all stations share
 * @param letters of the lines that each station adds
 */
export function collectGlyphs(
  shapes: readonly Shape[],
  letters: readonly Path[],
): { forms: GlyphForms; outlines: Path[] } {
  const counts = new Map<string, { outline: Path; times: number }>();
  const count = (outline: Path, times: number) => {
    const text = writePath(outline, 'pdf');
    const known = counts.get(text);
    if (known === undefined) counts.set(text, { outline, times });
    else known.times += times;
  };
  for (const outline of letters) count(outline, least);
  for (const shape of shapes) {
    if (shape.kind === 'line') for (const { outline } of shape.run.glyphs) count(outline, 1);
  }
  const often = [...counts].filter(([, { times }]) => times >= least);
  return {
    forms: new Map(often.map(([text], index) => [text, `g${index}`])),
    outlines: often.map(([, { outline }]) => outline),
  };
}

/** Smallest whole numbers around an outline: left, bottom, right, top. */
export function glyphBox({ xy }: Path): [number, number, number, number] {
  let left = Infinity;
  let bottom = Infinity;
  let right = -Infinity;
  let top = -Infinity;
  for (let i = 0; i + 1 < xy.length; i += 2) {
    const x = xy[i] as number;
    const y = xy[i + 1] as number;
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return [Math.floor(left), Math.floor(bottom), Math.ceil(right), Math.ceil(top)];
}
