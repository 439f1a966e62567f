import type { Matrix, Path } from '../../layout/path.ts';

/** Edges in millimetres from the trim's top left corner, y downwards. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** First `inner`, then `outer`, as `cm` does. */
export function concatenate(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [
    a * A + b * C,
    a * B + b * D,
    c * A + d * C,
    c * B + d * D,
    e * A + f * C + E,
    e * B + f * D + F,
  ];
}

export function mapPath({ ops, xy }: Path, [a, b, c, d, e, f]: Matrix): Path {
  const mapped = new Array<number>(xy.length);
  for (let i = 0; i < xy.length; i += 2) {
    const x = xy[i] as number;
    const y = xy[i + 1] as number;
    mapped[i] = a * x + c * y + e;
    mapped[i + 1] = b * x + d * y + f;
  }
  return { ops, xy: mapped };
}

/** Bounding box over all points, controls included; undefined for a path without points. */
export function measureEdges({ xy }: Path): Edges | undefined {
  if (xy.length === 0) return undefined;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < xy.length; i += 2) {
    const x = xy[i] as number;
    const y = xy[i + 1] as number;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { left, top, right, bottom };
}

export function unite(all: readonly Edges[]): Edges | undefined {
  const [first] = all;
  if (first === undefined) return undefined;
  let { left, top, right, bottom } = first;
  for (const edges of all) {
    if (edges.left < left) left = edges.left;
    if (edges.top < top) top = edges.top;
    if (edges.right > right) right = edges.right;
    if (edges.bottom > bottom) bottom = edges.bottom;
  }
  return { left, top, right, bottom };
}

/** Overlap of two boxes; undefined when they only touch or are apart. */
export function intersect(a: Edges, b: Edges): Edges | undefined {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const right = Math.min(a.right, b.right);
  const bottom = Math.min(a.bottom, b.bottom);
  return left < right && top < bottom ? { left, top, right, bottom } : undefined;
}

/** True when `inner` lies in `outer`, with a tolerance in mm. */
export function contains(outer: Edges, inner: Edges, toleranceMm = 0): boolean {
  return (
    inner.left >= outer.left - toleranceMm &&
    inner.top >= outer.top - toleranceMm &&
    inner.right <= outer.right + toleranceMm &&
    inner.bottom <= outer.bottom + toleranceMm
  );
}

export function grow({ left, top, right, bottom }: Edges, byMm: number): Edges {
  return { left: left - byMm, top: top - byMm, right: right + byMm, bottom: bottom + byMm };
}

/** Splits a path at its moves. */
export function contours({ ops, xy }: Path): Path[] {
  const found: Path[] = [];
  let from = 0;
  let at = 0;
  let start = 0;
  for (let step = 0; step <= ops.length; step += 1) {
    const op = ops[step];
    if ((op === 'M' || op === undefined) && step > start) {
      found.push({ ops: ops.slice(start, step), xy: xy.slice(from, at) });
      start = step;
      from = at;
    }
    at += op === 'C' ? 6 : op === 'M' || op === 'L' ? 2 : 0;
  }
  return found;
}

/** Pieces of a curve when it is asked where it runs. */
const curveSteps = 12;

/** True when the filled path covers any place of the box: an edge crosses it, or it lies inside. */
export function touches(path: Path, box: Edges): boolean {
  return meeting(path, box) !== 'apart';
}

/** True when the filled path covers the whole of the box, rounded corners and all. */
export function covers(path: Path, box: Edges): boolean {
  return meeting(path, box) === 'around';
}

function meeting(path: Path, box: Edges): 'apart' | 'across' | 'around' {
  const middleX = (box.left + box.right) / 2;
  const middleY = (box.top + box.bottom) / 2;
  let winding = 0;
  for (const contour of contours(path)) {
    const points = flatten(contour);
    for (let i = 0; i < points.length; i += 2) {
      const next = (i + 2) % points.length;
      const x1 = points[i] as number;
      const y1 = points[i + 1] as number;
      const x2 = points[next] as number;
      const y2 = points[next + 1] as number;
      if (crosses(x1, y1, x2, y2, box)) return 'across';
      if (y1 > middleY !== y2 > middleY) {
        const x = x1 + ((middleY - y1) / (y2 - y1)) * (x2 - x1);
        if (x > middleX) winding += y2 > y1 ? 1 : -1;
      }
    }
  }
  return winding !== 0 ? 'around' : 'apart';
}

function flatten({ ops, xy }: Path): number[] {
  const points: number[] = [];
  let at = 0;
  for (const op of ops) {
    if (op === 'Z') continue;
    if (op !== 'C') {
      points.push(xy[at] as number, xy[at + 1] as number);
      at += 2;
      continue;
    }
    const [x0, y0] = points.slice(-2) as [number, number];
    const [x1, y1, x2, y2, x3, y3] = xy.slice(at, at + 6) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    at += 6;
    for (let step = 1; step <= curveSteps; step += 1) {
      const t = step / curveSteps;
      const u = 1 - t;
      const a = u * u * u;
      const b = 3 * u * u * t;
      const c = 3 * u * t * t;
      const d = t * t * t;
      points.push(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
    }
  }
  return points;
}

/** Clips the segment to the box (Liang and Barsky) and says whether any of it is left. */
function crosses(x1: number, y1: number, x2: number, y2: number, box: Edges): boolean {
  let from = 0;
  let to = 1;
  const dx = x2 - x1;
  const dy = y2 - y1;
  for (const [step, room] of [
    [-dx, x1 - box.left],
    [dx, box.right - x1],
    [-dy, y1 - box.top],
    [dy, box.bottom - y1],
  ] as const) {
    if (step === 0) {
      if (room <= 0) return false;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  }
  return from < to;
}

export type PathOperator = 'm' | 'l' | 'c' | 'v' | 'y' | 'h' | 're';

/** Collects a path from its operators (ISO 32000-1, 8.5.2). */
export class Pen {
  #ops = '';
  readonly #xy: number[] = [];

  move(operator: PathOperator, operands: readonly number[]): void {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = operands;
    switch (operator) {
      case 'm':
        this.#step('M', a, b);
        break;
      case 'l':
        this.#step('L', a, b);
        break;
      case 'c':
        this.#step('C', a, b, c, d, e, f);
        break;
      case 'v': {
        const [x = 0, y = 0] = this.#xy.slice(-2);
        this.#step('C', x, y, a, b, c, d);
        break;
      }
      case 'y':
        this.#step('C', a, b, c, d, c, d);
        break;
      case 'h':
        this.#step('Z');
        break;
      case 're':
        this.#step('MLLLZ', a, b, a + c, b, a + c, b + d, a, b + d);
    }
  }

  path(): Path {
    return { ops: this.#ops, xy: this.#xy };
  }

  #step(ops: string, ...values: number[]): void {
    this.#ops += ops;
    for (const value of values) this.#xy.push(value);
  }
}
