/** Maps a plane to another as a camera sees it; the ninth number is 1. */
export type Homography = readonly [number, number, number, number, number, number, number, number];

export interface Point {
  x: number;
  y: number;
}

/** Corners of a code in the order in which it is read: top left, top right, bottom right, bottom left. */
export type Corners = readonly [Point, Point, Point, Point];

/** Two places that belong together, and how far they are believed. */
export interface Pair {
  from: Point;
  to: Point;
  weight: number;
}

export function mapPoint([a, b, c, d, e, f, g, h]: Homography, { x, y }: Point): Point {
  const w = g * x + h * y + 1;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}

/** First `inner`, then `outer`. */
export function compose(outer: Homography, inner: Homography): Homography {
  const left = [...outer, 1];
  const right = [...inner, 1];
  const product = Array.from({ length: 9 }, (_, at) => {
    const row = Math.floor(at / 3) * 3;
    return [0, 1, 2].reduce(
      (sum, k) => sum + (left[row + k] as number) * (right[k * 3 + (at % 3)] as number),
      0,
    );
  });
  return product.slice(0, 8).map((value) => value / (product[8] as number)) as never;
}

/**
 * The homography that brings pairs together by least squares; `ridge` holds its perspective back, which few pairs in a
 * corner of the plane tell little of.
 */
export function fitHomography(pairs: readonly Pair[], ridge = 0): Homography {
  const sums = createSums(8);
  for (const { from, to, weight } of pairs) {
    const { x, y } = from;
    sums.add([x, y, 1, 0, 0, 0, -to.x * x, -to.x * y], to.x, weight);
    sums.add([0, 0, 0, x, y, 1, -to.y * x, -to.y * y], to.y, weight);
  }
  const none = [0, 0, 0, 0, 0, 0, 0, 0];
  sums.add(none.with(6, 1), 0, ridge);
  sums.add(none.with(7, 1), 0, ridge);
  return sums.solve() as never;
}

/** Normal equations of a weighted least squares fit. */
export function createSums(size: number) {
  const rows = Array.from({ length: size }, () => new Float64Array(size + 1));
  return {
    add(factors: readonly number[], value: number, weight: number): void {
      for (let row = 0; row < size; row += 1) {
        const scaled = weight * (factors[row] as number);
        if (scaled === 0) continue;
        const own = rows[row] as Float64Array;
        for (let column = 0; column < size; column += 1)
          own[column] = (own[column] as number) + scaled * (factors[column] as number);
        own[size] = (own[size] as number) + scaled * value;
      }
    },
    solve: () => eliminate(rows),
  };
}

function eliminate(rows: Float64Array[]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column; row < size; row += 1)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot] as Float64Array, rows[column] as Float64Array];
    const own = rows[column] as Float64Array;
    for (const row of rows) {
      if (row === own) continue;
      const factor = (row[column] as number) / (own[column] as number);
      for (let at = column; at <= size; at += 1)
        row[at] = (row[at] as number) - factor * (own[at] as number);
    }
  }
  return rows.map((row, at) => (row[size] as number) / (row[at] as number));
}
