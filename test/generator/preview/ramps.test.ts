import { describe, expect, test } from 'vitest';
import { createRamps, distance, findPairs, mix } from '../../../generator/preview/ramps.ts';

const navy = 0x0b2a5b;
const white = 0xffffff;
const marigold = 0xffb81c;
const red = 0xc8102e;

describe('a palette of ramps', () => {
  test('an edge runs through evenly spaced colours between its two inks', () => {
    const ramps = createRamps([navy, white], []);
    const edge = [...ramps.over(ramps.nearest(white), navy)].map((at) => ramps.colours[at]);
    expect(edge).toEqual(Array.from({ length: 17 }, (_, step) => mix(white, navy, step / 16)));
  });

  test('an ink over a mixed pixel takes the nearest colour that there is', () => {
    const ramps = createRamps([navy, white, marigold], [[navy, white]]);
    const half = ramps.nearest(mix(navy, white, 0.5));
    const before = ramps.colours.length;
    const laid = ramps.over(half, marigold);
    expect(ramps.colours.length).toBe(before);
    expect(ramps.colours[laid[16] as number]).toBe(marigold);
    expect(laid[0]).toBe(half);
  });

  test("what one station's ramps add stays with its own copy", () => {
    const shared = createRamps([navy, white, red], []);
    shared.fork().over(0, red);
    expect(shared.colours).toHaveLength(3);
    expect(shared.fork().colours).toHaveLength(3);
  });

  test('never holds more than 256 colours', () => {
    const inks = Array.from({ length: 40 }, (_, at) => at * 0x060504);
    const pairs = inks.flatMap((from) => inks.map((to) => [from, to] as const));
    expect(createRamps(inks, pairs).colours).toHaveLength(256);
  });

  test('pairs of inks are those between which the other colours lie', () => {
    const histogram = new Map([
      [navy, 500],
      [white, 500],
      [marigold, 100],
      [mix(navy, white, 0.3), 9],
      [mix(navy, white, 0.7), 9],
      [mix(navy, marigold, 0.5), 4],
    ]);
    expect(findPairs([navy, white, marigold], histogram)).toEqual([
      [navy, white],
      [navy, marigold],
    ]);
  });

  test('distance is squared over the three channels', () => {
    expect(distance(0x000000, 0x010203)).toBe(1 + 4 + 9);
  });
});
