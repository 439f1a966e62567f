import { isGujarati } from '../../campaigns/language.ts';
import { type Run, subunits, type Typeface } from './typeface.ts';

/**
 * Sets Gujarati in a font of its own, with what follows it but for Devanagari. Both families have one design and one
 * height of letters, so that what is measured by one holds for the other.
 * @param vaani is opened when the first such line comes
 */
export function withGujarati(face: Typeface, vaani: () => Typeface): Typeface {
  let opened: Typeface | undefined;
  return {
    ...face,
    shape(text) {
      if (!isGujarati(text)) return face.shape(text);
      opened ??= vaani();
      const own = opened;
      if (!devanagari.test(text)) return own.shape(text);
      const pieces = text.match(scripts) ?? [];
      return joined(pieces.map((piece) => (isGujarati(piece) ? own : face).shape(piece)));
    },
  };
}

const devanagari = /[\u0900-\u0963\u0966-\u097F]/;
const scripts = /[\u0A80-\u0AFF][^\u0900-\u0963\u0966-\u097F]*|[^\u0A80-\u0AFF]+/g;

/** Runs one behind the other as one. */
function joined(runs: readonly Run[]): Run {
  let pen = 0;
  const moved = runs.map(({ glyphs, advance, ink, missing }) => {
    const from = pen;
    pen += advance;
    return {
      missing,
      glyphs: glyphs.map((glyph) => ({ ...glyph, x: glyph.x + from * subunits })),
      ink: { ...ink, left: from + ink.left, right: from + ink.right },
    };
  });
  return {
    glyphs: moved.flatMap(({ glyphs }) => glyphs),
    advance: pen,
    ink: {
      left: Math.min(...moved.map(({ ink }) => ink.left)),
      right: Math.max(...moved.map(({ ink }) => ink.right)),
      above: Math.max(...moved.map(({ ink }) => ink.above)),
      below: Math.max(...moved.map(({ ink }) => ink.below)),
    },
    missing: moved.some(({ missing }) => missing),
  };
}
