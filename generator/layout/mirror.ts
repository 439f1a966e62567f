import type { Box, Line, Shape } from './drawing.ts';
import type { Path } from './path.ts';
import { subunits } from './typeface.ts';

// A side that is read from right to left is drawn as if it were read from left to right and mirrored when all is in its
// place: fields and boxes change sides, letters, codes and pictures do not.

/** A box on the other side of a trim of this width. */
export function mirrorBox(box: Box, width: number): Box {
  return { ...box, x: width - box.x - box.width };
}

export function mirrorPath({ ops, xy }: Path, width: number): Path {
  return { ops, xy: xy.map((value, at) => (at % 2 === 0 ? width - value : value)) };
}

/** A line keeps its distance from the other edge by its ink, so that margins stay as exact as they were drawn. */
export function mirrorLine(line: Line, width: number): Line {
  const [a, b, c, d, x, y] = line.matrix;
  const { left, right } = line.run.ink;
  return { ...line, matrix: [a, b, c, d, width - x - (left + right) * subunits * a, y] };
}

/** Shapes that a station adds. */
export function mirrorShape(shape: Shape, width: number): Shape {
  if (shape.kind === 'line') return mirrorLine(shape, width);
  if (shape.kind === 'outline') return { ...shape, path: mirrorPath(shape.path, width) };
  const [a, b, c, d, x, y] = shape.matrix;
  return { ...shape, matrix: [a, b, c, d, width - x - shape.qr.size * a, y] };
}
