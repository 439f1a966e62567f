import type { Shape } from '../layout/drawing.ts';
import { type Matrix, multiply, type Path } from '../layout/path.ts';
import { darkRuns } from '../qr/qr-code.ts';

/** Takes the straight edges of closed outlines, in pixels. */
export type Edge = (x0: number, y0: number, x1: number, y1: number) => void;

/** How far a chord may deviate from its curve, in pixels: below a step of what the palette can tell apart. */
const tolerancePx = 0.05;

/**
 * Walks a shape's outlines as straight edges. A line of text is walked whole: glyphs meet along the shirorekha, and
 * painted one by one they would let the ground shine through at every joint.
 * @param toPixels maps millimetres of the side to pixels
 */
export function flatten(shape: Shape, toPixels: Matrix, edge: Edge): void {
  if (shape.kind === 'outline') {
    walk(shape.path, toPixels, edge);
    return;
  }
  const matrix = multiply(toPixels, shape.matrix);
  if (shape.kind === 'line') {
    for (const { outline, x, y } of shape.run.glyphs) walk(outline, moved(matrix, x, y), edge);
    return;
  }
  const [a, b, c, d, e, f] = matrix;
  for (const { y, from, to } of darkRuns(shape.qr)) {
    const corner = (u: number, v: number) => [a * u + c * v + e, b * u + d * v + f] as const;
    const corners = [corner(from, y), corner(to, y), corner(to, y + 1), corner(from, y + 1)];
    for (let at = 0; at < 4; at += 1) {
      const [x0, y0] = corners[at] as readonly [number, number];
      const [x1, y1] = corners[(at + 1) % 4] as readonly [number, number];
      edge(x0, y0, x1, y1);
    }
  }
}

function walk({ ops, xy }: Path, [a, b, c, d, e, f]: Matrix, edge: Edge): void {
  let at = 0;
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;
  for (let step = 0; step < ops.length; step += 1) {
    const op = ops[step];
    if (op === 'Z') {
      edge(x, y, startX, startY);
      [x, y] = [startX, startY];
      continue;
    }
    const count = op === 'C' ? 6 : 2;
    const u = xy[at + count - 2] as number;
    const v = xy[at + count - 1] as number;
    const endX = a * u + c * v + e;
    const endY = b * u + d * v + f;
    if (op === 'M') {
      // An outline that is left open is filled as if it were closed.
      edge(x, y, startX, startY);
      [startX, startY] = [endX, endY];
    } else if (op === 'L') {
      edge(x, y, endX, endY);
    } else {
      const [p, q, r, s] = [xy[at], xy[at + 1], xy[at + 2], xy[at + 3]] as [
        number,
        number,
        number,
        number,
      ];
      const first = [a * p + c * q + e, b * p + d * q + f] as const;
      curve([x, y], first, [a * r + c * s + e, b * r + d * s + f], [endX, endY], edge);
    }
    [x, y] = [endX, endY];
    at += count;
  }
  edge(x, y, startX, startY);
}

type Point = readonly [x: number, y: number];

/** Chords of equal steps; their number follows from the curve's greatest second difference. */
function curve(p0: Point, p1: Point, p2: Point, p3: Point, edge: Edge): void {
  const bend = Math.max(
    Math.hypot(p0[0] - 2 * p1[0] + p2[0], p0[1] - 2 * p1[1] + p2[1]),
    Math.hypot(p1[0] - 2 * p2[0] + p3[0], p1[1] - 2 * p2[1] + p3[1]),
  );
  const steps = Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / tolerancePx)));
  let [x, y] = p0;
  for (let step = 1; step <= steps; step += 1) {
    const t = step / steps;
    const s = 1 - t;
    const k0 = s * s * s;
    const k1 = 3 * s * s * t;
    const k2 = 3 * s * t * t;
    const k3 = t * t * t;
    const nextX = k0 * p0[0] + k1 * p1[0] + k2 * p2[0] + k3 * p3[0];
    const nextY = k0 * p0[1] + k1 * p1[1] + k2 * p2[1] + k3 * p3[1];
    edge(x, y, nextX, nextY);
    [x, y] = [nextX, nextY];
  }
}

function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): Matrix {
  return [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
}
