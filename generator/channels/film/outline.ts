import { type Matrix, type Path, parsePath, rectanglePath } from '../../layout/path.ts';

/** Share of a radius at which a cubic's handle makes a quarter of a circle. */
const handle = 0.5523;

export interface Corner {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function rectangle({ x, y, width, height }: Corner): Path {
  return rectanglePath(x, y, width, height);
}

export function roundedRectangle({ x, y, width, height }: Corner, radius: number): Path {
  const r = Math.min(radius, width / 2, height / 2);
  const k = r * (1 - handle);
  const right = x + width;
  const bottom = y + height;
  const points = [
    [x + r, y],
    [right - r, y],
    [right - k, y],
    [right, y + k],
    [right, y + r],
    [right, bottom - r],
    [right, bottom - k],
    [right - k, bottom],
    [right - r, bottom],
    [x + r, bottom],
    [x + k, bottom],
    [x, bottom - k],
    [x, bottom - r],
    [x, y + r],
    [x, y + k],
    [x + k, y],
    [x + r, y],
  ];
  return { ops: 'MLCLCLCLCZ', xy: points.flat() };
}

export function circle(x: number, y: number, radius: number): Path {
  const side = 2 * radius;
  return roundedRectangle({ x: x - radius, y: y - radius, width: side, height: side }, radius);
}

/** A circle with a hole: the inner edge runs the other way. */
export function ring(x: number, y: number, radius: number, width: number): Path {
  return joined([circle(x, y, radius), reversedCircle(x, y, radius - width)]);
}

function reversedCircle(x: number, y: number, radius: number): Path {
  const mirror = circle(0, 0, radius);
  return {
    ops: mirror.ops,
    xy: mirror.xy.map((value, at) => (at % 2 === 0 ? x - value : y + value)),
  };
}

/** An SVG path, scaled about its origin. */
export function drawn(d: string, map?: Matrix): Path {
  return parsePath(d, map);
}

export function joined(paths: readonly Path[]): Path {
  return { ops: paths.map(({ ops }) => ops).join(''), xy: paths.flatMap(({ xy }) => [...xy]) };
}

/** A path with its points moved for good. */
export function mapped({ ops, xy }: Path, [a, b, c, d, e, f]: Matrix): Path {
  const out: number[] = [];
  for (let at = 0; at < xy.length; at += 2) {
    const x = xy[at] as number;
    const y = xy[at + 1] as number;
    out.push(a * x + c * y + e, b * x + d * y + f);
  }
  return { ops, xy: out };
}

/**
 * A bar with round ends that grows to the right of its origin, about y = 0. One outline a pixel of length, so that a
 * bar that stands still stays the same outline.
 */
export function growingBar(thick: number): (length: number) => Path {
  const made = new Map<number, Path>();
  return (length) => {
    const width = Math.round(length);
    const kept = made.get(width);
    if (kept !== undefined) return kept;
    const box = { x: 0, y: -thick / 2, width, height: thick };
    const path = roundedRectangle(box, thick / 2);
    made.set(width, path);
    return path;
  };
}
