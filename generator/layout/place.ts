import type { Shape } from './drawing.ts';
import type { Matrix } from './path.ts';

/** Shapes drawn smaller or larger and moved: a side on a proof. */
export function placeShapes(
  shapes: readonly Shape[],
  { scale, x, y }: { scale: number; x: number; y: number },
): Shape[] {
  const at = (value: number, index: number) => value * scale + (index % 2 === 0 ? x : y);
  return shapes.map((shape): Shape => {
    if (shape.kind === 'outline') {
      const { ops, xy } = shape.path;
      return { ...shape, path: { ops, xy: xy.map(at) } };
    }
    const [a, b, c, d, e, f] = shape.matrix;
    const matrix: Matrix = [
      a * scale,
      b * scale,
      c * scale,
      d * scale,
      e * scale + x,
      f * scale + y,
    ];
    return { ...shape, matrix };
  });
}
