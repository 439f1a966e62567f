import { type Homography, mapPoint, type Point } from './homography.ts';

/** Red, green and blue of each pixel, row by row. */
export interface Colours {
  width: number;
  height: number;
  rgb: Uint8Array;
}

/** A measure of each pixel; where `seen` is 0 the picture does not show it. */
export interface Plane {
  width: number;
  height: number;
  values: Float32Array;
  seen: Uint8Array;
}

/** How flex and lens bend the plane, as polynomials of third degree about the code. */
export interface Bend {
  centre: { x: number; y: number };
  unit: number;
  dx: readonly number[];
  dy: readonly number[];
}

/** Terms of a polynomial of third degree. */
export function listTerms(x: number, y: number): number[] {
  return [1, x, y, x * x, x * y, y * y, x * x * x, x * x * y, x * y * y, y * y * y];
}

/** Way from a pixel of the artwork to the photograph. */
export interface Way {
  toPhoto: Homography;
  bend: Bend | null;
}

/** The place in the photograph of a pixel of the artwork. */
export function findPlace({ toPhoto, bend }: Way, x: number, y: number): Point {
  if (bend === null) return mapPoint(toPhoto, { x, y });
  const u = (x - bend.centre.x) / bend.unit;
  const v = (y - bend.centre.y) / bend.unit;
  return mapPoint(toPhoto, { x: x + cubic(bend.dx, u, v), y: y + cubic(bend.dy, u, v) });
}

/** Its terms have places, so that none of them is asked whether it is there. */
type Cubic = Readonly<Record<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9, number>>;

function cubic(k: readonly number[], x: number, y: number): number {
  const of = k as readonly number[] & Cubic;
  return (
    of[0] +
    x * (of[1] + x * (of[3] + x * of[6]) + y * (of[4] + x * of[7])) +
    y * (of[2] + y * (of[5] + x * of[8] + y * of[9]))
  );
}

/** Brightness of the photograph in the artwork's frame, as far around a place of it as is said; the rest is not seen. */
export function bringIn(
  photo: Plane,
  { toPhoto, bend }: Way,
  {
    width,
    height,
    centre,
    radius,
  }: Pick<Plane, 'width' | 'height'> & { centre: Point; radius: number },
): Plane {
  const values = new Float32Array(width * height);
  const seen = new Uint8Array(width * height);
  const { values: from, width: wide } = photo;
  const mostX = wide - 1;
  const mostY = photo.height - 1;
  const first = Math.max(0, Math.floor(centre.x - radius));
  const last = Math.min(width - 1, Math.ceil(centre.x + radius));
  const lowest = Math.min(height - 1, Math.ceil(centre.y + radius));
  for (let row = Math.max(0, Math.floor(centre.y - radius)); row <= lowest; row += 1)
    for (let column = first; column <= last; column += 1) {
      // As `findPlace`, without an object for each pixel.
      let u = column;
      let v = row;
      if (bend !== null) {
        const bentX = (column - bend.centre.x) / bend.unit;
        const bentY = (row - bend.centre.y) / bend.unit;
        u += cubic(bend.dx, bentX, bentY);
        v += cubic(bend.dy, bentX, bentY);
      }
      const w = toPhoto[6] * u + toPhoto[7] * v + 1;
      const x = (toPhoto[0] * u + toPhoto[1] * v + toPhoto[2]) / w;
      const y = (toPhoto[3] * u + toPhoto[4] * v + toPhoto[5]) / w;
      if (!(x >= 0 && y >= 0 && x < mostX && y < mostY)) continue;
      const left = x | 0;
      const top = y | 0;
      const fx = x - left;
      const fy = y - top;
      const start = top * wide + left;
      const upper = (from[start] as number) * (1 - fx) + (from[start + 1] as number) * fx;
      const lower =
        (from[start + wide] as number) * (1 - fx) + (from[start + wide + 1] as number) * fx;
      const at = row * width + column;
      values[at] = upper * (1 - fy) + lower * fy;
      seen[at] = 1;
    }
  return { width, height, values, seen };
}

export function toBrightness({ width, height, rgb }: Colours): Plane {
  const values = new Float32Array(width * height);
  for (let at = 0, from = 0; at < values.length; at += 1, from += 3)
    values[at] =
      0.299 * (rgb[from] as number) +
      0.587 * (rgb[from + 1] as number) +
      0.114 * (rgb[from + 2] as number);
  return { width, height, values, seen: new Uint8Array(values.length).fill(1) };
}

/** For each corner of a pixel the sums of all that is above it and to its left: seen pixels, values, squares of values. */
export type Sums = Float64Array;
export const parts = { seen: 0, values: 1, squares: 2 } as const;

export function openSums({ width, height }: Pick<Plane, 'width' | 'height'>): Sums {
  return new Float64Array(3 * (width + 1) * (height + 1));
}

/** @param sums of another plane of this size, which are not asked for any more */
export function sumUp(
  { width, height, values, seen }: Plane,
  sums = openSums({ width, height }),
): Sums {
  const row = 3 * (width + 1);
  for (let y = 0, at = 0; y < height; y += 1) {
    let count = 0;
    let sum = 0;
    let squares = 0;
    for (let to = (y + 1) * row + 3, end = to + 3 * width; to < end; to += 3, at += 1) {
      const value = values[at] as number;
      count += seen[at] as number;
      sum += value;
      squares += value * value;
      sums[to] = (sums[to - row] as number) + count;
      sums[to + 1] = (sums[to - row + 1] as number) + sum;
      sums[to + 2] = (sums[to - row + 2] as number) + squares;
    }
  }
  return sums;
}

/** Sum over a rectangle whose sides are given as places in the table. */
export function rectangle(
  sums: Sums,
  top: number,
  bottom: number,
  left: number,
  right: number,
): number {
  return (
    (sums[bottom + right] as number) -
    (sums[top + right] as number) -
    (sums[bottom + left] as number) +
    (sums[top + left] as number)
  );
}

/**
 * Each pixel against its surroundings: light, shade and fading go, letters stay.
 * @param floor least deviation, so that noise on an even field is no letter
 */
export function normalise(plane: Plane, box: number, floor: number, spare?: Sums): Plane {
  const { width, height, values, seen } = plane;
  const half = box >> 1;
  const sums = sumUp(plane, spare);
  const row = 3 * (width + 1);
  const out = new Float32Array(values.length);
  for (let y = 0, at = 0; y < height; y += 1) {
    const top = Math.max(0, y - half) * row;
    const bottom = Math.min(height, y + half + 1) * row;
    for (let x = 0; x < width; x += 1, at += 1) {
      if (seen[at] === 0) continue;
      const left = 3 * Math.max(0, x - half);
      const right = 3 * Math.min(width, x + half + 1);
      const n = rectangle(sums, top, bottom, left, right);
      const mean = rectangle(sums, top, bottom, left + parts.values, right + parts.values) / n;
      const square = rectangle(sums, top, bottom, left + parts.squares, right + parts.squares) / n;
      const spread = square - mean * mean;
      out[at] = ((values[at] as number) - mean) / (Math.sqrt(Math.max(0, spread)) + floor);
    }
  }
  return { width, height, values: out, seen };
}
