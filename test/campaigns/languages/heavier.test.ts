import { expect, test } from 'vitest';
import { heavierBy, makeHeavier } from '../../../campaigns/languages/typesetting/heavier.ts';

const contour = (...points: [number, number][]) => [
  ...points.map((values, at) => ({ type: at === 0 ? 'M' : 'L', values: [...values] })),
  { type: 'Z', values: [] },
];
const square = contour([0, 0], [0, 100], [100, 100], [100, 0]);
const hole = contour([20, 20], [80, 20], [80, 80], [20, 80]);

test('ink grows on every side, and a hole becomes smaller', () => {
  expect(makeHeavier([...square, ...hole], 10)).toEqual([
    ...contour([-10, -10], [-10, 110], [110, 110], [110, -10]),
    ...contour([30, 30], [70, 30], [70, 70], [30, 70]),
  ]);
  expect(makeHeavier(square, 0)).toEqual(square);
});

test('a sharp point is not drawn out, and a point that is there twice moves once', () => {
  const needle = contour([0, 0], [0, 2], [100, 1], [100, 1]);
  const xs = makeHeavier(needle, 10).flatMap(({ values }) => values.slice(0, 1));
  expect(Math.max(...xs)).toBeLessThanOrEqual(120);
  expect(makeHeavier(needle, 10)[2]).toEqual({ ...makeHeavier(needle, 10)[3], type: 'L' });
});

test('only what a family lacks is made heavier', () => {
  expect([heavierBy('Arabic', 700), heavierBy('Devanagari', 800)]).toEqual([0, 0]);
  expect(heavierBy('Arabic', 800)).toBeGreaterThan(0);
});
