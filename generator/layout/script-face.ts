import { type Script, scriptPieces, usualScript } from '../../campaigns/typesetting/scripts.ts';
import { type Run, subunits, type Typeface } from './typeface.ts';

/**
 * Sets each script in the font that has its letters. The families have one design and one height of letters, so that what
 * is measured by one holds for the others.
 * @param open is called when the first line in the script comes
 */
export function withScripts(face: Typeface, open: (script: Script) => Typeface): Typeface {
  const faces = new Map<Script, Typeface>([[usualScript, face]]);
  const faceFor = (script: Script): Typeface => {
    const own = faces.get(script) ?? open(script);
    faces.set(script, own);
    return own;
  };
  return {
    ...face,
    shape(text) {
      const pieces = scriptPieces(text);
      const [first] = pieces;
      if (first === undefined) return face.shape(text);
      if (pieces.length === 1) return faceFor(first.script).shape(text);
      return joined(pieces.map(({ script, text: piece }) => faceFor(script).shape(piece)));
    },
  };
}

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
