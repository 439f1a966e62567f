import { describe, expect, test } from 'vitest';
import { createCoverage } from '../../../generator/preview/coverage.ts';

type Point = [x: number, y: number];

/** Covered parts of a small window, a row a line. */
function cover(outlines: Point[][], width = 4, height = 4): number[][] {
  const coverage = createCoverage(width, height);
  for (const points of outlines) {
    for (const [at, [x0, y0]] of points.entries()) {
      const [x1, y1] = points[(at + 1) % points.length] as Point;
      coverage.edge(x0, y0, x1, y1);
    }
  }
  const rows = Array.from({ length: height }, () => new Array<number>(width).fill(0));
  coverage.sweep((y, from, to, covered) => {
    for (let x = from; x < to; x += 1) (rows[y] as number[])[x] = covered[x] as number;
  });
  return rows.map((row) => row.map((part) => Math.round(part * 1000) / 1000));
}

/** An outline of points, as x and y one after the other. */
const outline = (...xy: number[]): Point[] =>
  Array.from({ length: xy.length / 2 }, (_, at) => [xy[2 * at] ?? 0, xy[2 * at + 1] ?? 0]);
const box = (left: number, top: number, right: number, bottom: number) =>
  outline(left, top, right, top, right, bottom, left, bottom);

describe('how much of a pixel is covered', () => {
  test('by a box with fractions at every side', () => {
    expect(cover([box(0.5, 0.25, 2.25, 2)])).toEqual([
      [0.375, 0.75, 0.188, 0],
      [0.5, 1, 0.25, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  test('by a triangle, within a sixteenth of its area', () => {
    const [row = []] = cover([outline(0, 0, 4, 0, 0, 4)]);
    expect(row).toEqual([1, 1, 1, 0.5]);
  });

  test('what two glyphs share counts once, also where only half of a pixel is high', () => {
    const [row] = cover([box(0, 0.5, 2.5, 1), box(1.5, 0.5, 4, 1)]);
    expect(row).toEqual([0.5, 0.5, 0.5, 0.5]);
  });

  test('glyphs that meet within a pixel leave no seam', () => {
    const [row] = cover([box(0, 0, 1.3, 1), box(1.3, 0, 4, 1)]);
    expect(row).toEqual([1, 1, 1, 1]);
  });

  test('a counter runs against its outline and stays open', () => {
    expect(cover([box(0, 0, 4, 4), box(1, 1, 3, 3).reverse()])[1]).toEqual([1, 0, 0, 1]);
  });

  test('an inner outline of the same direction is filled', () => {
    expect(cover([box(0, 0, 4, 4), box(1, 1, 3, 3)])[1]).toEqual([1, 1, 1, 1]);
  });

  test('what lies outside of the window is cut off', () => {
    const all = [1, 1, 1, 1];
    expect(cover([box(-9, -9, 9, 9)])).toEqual([all, all, all, all]);
    const none = [0, 0, 0, 0];
    expect(cover([box(5, 0, 9, 4), box(-5, 0, -1, 4)])).toEqual([none, none, none, none]);
  });

  test('the next shape begins on a clean window', () => {
    const coverage = createCoverage(4, 4);
    const draw = () => {
      coverage.edge(1, 0, 1, 4);
      coverage.edge(2, 4, 2, 0);
      const rows: number[][] = [];
      coverage.sweep((_, from, to, covered) => rows.push([...covered.slice(from, to)]));
      return rows;
    };
    expect(draw()).toEqual(draw());
  });
});
