import type { Ink } from '../../ink/palette.ts';
import { type Matrix, multiply, type Path } from '../../layout/path.ts';

/** Properties of a text shape, so that the house rules can judge it. */
export interface TextMark {
  readonly words: number;
  /** From baseline to shirorekha, in the path's own units. */
  readonly letterHeight: number;
  readonly content: string;
}

/** A filled outline at one moment. Pixels from the picture's top left corner after `matrix`. */
export interface FilmShape {
  readonly part: string;
  readonly path: Path;
  readonly ink: Ink;
  readonly matrix: Matrix;
  readonly opacity: number;
  readonly text?: TextMark;
  /** Nothing is drawn outside of it. */
  readonly clip?: { readonly path: Path; readonly matrix: Matrix };
}

export const still: Matrix = [1, 0, 0, 1, 0, 0];

/** A separate shape, to be placed. */
export function shape(part: string, ink: Ink, path: Path, opacity = 1): FilmShape {
  return { part, ink, path, matrix: still, opacity };
}

export const move = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y];

/** Scaled and turned clockwise by radians about a point, which stays where it is. */
export function about(x: number, y: number, scale: number, radians = 0): Matrix {
  const cos = Math.cos(radians) * scale;
  const sin = Math.sin(radians) * scale;
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}

/** Shapes moved together, and fainter together; what cannot be seen is left out. */
export function group(
  shapes: readonly FilmShape[],
  { matrix = still, opacity = 1 }: { matrix?: Matrix; opacity?: number },
): FilmShape[] {
  if (opacity <= 0) return [];
  return shapes.map((entry) => ({
    ...entry,
    matrix: multiply(matrix, entry.matrix),
    opacity: entry.opacity * opacity,
    ...(entry.clip && {
      clip: { path: entry.clip.path, matrix: multiply(matrix, entry.clip.matrix) },
    }),
  }));
}

/** Shapes seen through an opening; the opening is in the shapes' own coordinates. */
export function clipped(shapes: readonly FilmShape[], path: Path): FilmShape[] {
  return shapes.map((entry) => ({ ...entry, clip: { path, matrix: still } }));
}

export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Box of a shape's points after its matrix: never smaller than its ink. */
export function bounds({ path, matrix }: Pick<FilmShape, 'path' | 'matrix'>): Bounds {
  const [a, b, c, d, e, f] = matrix;
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let at = 0; at < path.xy.length; at += 2) {
    const x = path.xy[at] as number;
    const y = path.xy[at + 1] as number;
    const px = a * x + c * y + e;
    const py = b * x + d * y + f;
    box.left = Math.min(box.left, px);
    box.right = Math.max(box.right, px);
    box.top = Math.min(box.top, py);
    box.bottom = Math.max(box.bottom, py);
  }
  return box;
}
