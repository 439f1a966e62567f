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

function cubic(k: readonly number[], x: number, y: number): number {
  const [k0 = 0, k1 = 0, k2 = 0, k3 = 0, k4 = 0, k5 = 0, k6 = 0, k7 = 0, k8 = 0, k9 = 0] = k;
  return (
    k0 + x * (k1 + x * (k3 + x * k6) + y * (k4 + x * k7)) + y * (k2 + y * (k5 + x * k8 + y * k9))
  );
}

/** Brightness of the photograph in the artwork's frame. */
export function bringIn(photo: Plane, way: Way, size: { width: number; height: number }): Plane {
  const { width, height } = size;
  const values = new Float32Array(width * height);
  const seen = new Uint8Array(width * height);
  const { values: from, width: wide } = photo;
  const mostX = wide - 1;
  const mostY = photo.height - 1;
  for (let at = 0; at < values.length; at += 1) {
    const { x, y } = findPlace(way, at % width, (at / width) | 0);
    if (!(x >= 0 && y >= 0 && x < mostX && y < mostY)) continue;
    const left = x | 0;
    const top = y | 0;
    const fx = x - left;
    const fy = y - top;
    const start = top * wide + left;
    const upper = (from[start] as number) * (1 - fx) + (from[start + 1] as number) * fx;
    const lower =
      (from[start + wide] as number) * (1 - fx) + (from[start + wide + 1] as number) * fx;
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

/** Sums over rectangles of a plane, each in four steps. */
export type Sums = (left: number, top: number, right: number, bottom: number) => number;

export function sumUp(width: number, height: number, read: (at: number) => number): Sums {
  const wide = width + 1;
  const sums = new Float64Array(wide * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += read(y * width + x);
      sums[(y + 1) * wide + x + 1] = (sums[y * wide + x + 1] as number) + row;
    }
  }
  return (left, top, right, bottom) =>
    (sums[bottom * wide + right] as number) -
    (sums[top * wide + right] as number) -
    (sums[bottom * wide + left] as number) +
    (sums[top * wide + left] as number);
}

/**
 * Each pixel against its surroundings: light, shade and fading go, letters stay.
 * @param floor least deviation, so that noise on an even field is no letter
 */
export function normalise(plane: Plane, box: number, floor: number): Plane {
  const { width, height, values, seen } = plane;
  const half = box >> 1;
  const count = sumUp(width, height, (at) => seen[at] as number);
  const sum = sumUp(width, height, (at) => values[at] as number);
  const squares = sumUp(width, height, (at) => (values[at] as number) ** 2);
  const out = new Float32Array(values.length);
  for (let y = 0; y < height; y += 1) {
    const top = Math.max(0, y - half);
    const bottom = Math.min(height, y + half + 1);
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if (seen[at] === 0) continue;
      const left = Math.max(0, x - half);
      const right = Math.min(width, x + half + 1);
      const n = count(left, top, right, bottom);
      const mean = sum(left, top, right, bottom) / n;
      const spread = squares(left, top, right, bottom) / n - mean * mean;
      out[at] = ((values[at] as number) - mean) / (Math.sqrt(Math.max(0, spread)) + floor);
    }
  }
  return { width, height, values: out, seen };
}
