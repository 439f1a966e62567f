import { expect, test } from 'vitest';
import {
  isCandidate,
  isCopy,
  overlay,
  thumbSide,
} from '../../../campaigns/activities/fingerprint.ts';
import { seededRandom } from '../../../campaigns/tracker/random.ts';

/** A wall: coarse light and shade, so that it agrees with itself in one place only. */
const wall = thumbOf((random) => {
  const tones = Array.from({ length: 17 * 17 }, () => 40 + random() * 170);
  return (x, y) => tones[Math.floor(y / 8) * 17 + Math.floor(x / 8)] as number;
});

function thumbOf(
  paint: (random: () => number) => (x: number, y: number) => number,
  seed = 1,
): Uint8Array {
  const at = paint(seededRandom(seed));
  return Uint8Array.from({ length: thumbSide ** 2 }, (_, place) =>
    Math.max(0, Math.min(255, at(place % thumbSide, Math.floor(place / thumbSide)))),
  );
}

/** The wall, changed by so many tones in a part of its columns. */
function changed(tones: number, part = 1): Uint8Array {
  return thumbOf(
    (random) => (x, y) => {
      const change = (random() > 0.5 ? 1 : -1) * (x < thumbSide * part ? tones : 0);
      return (wall[y * thumbSide + x] as number) + change;
    },
    2,
  );
}

/** Where they agree best, in the direction in which they agree better. */
function difference(thumb: Uint8Array): { mean: number; worstTenth: number } {
  const there = overlay(wall, thumb);
  const back = overlay(thumb, wall);
  return {
    mean: Math.min(there.mean, back.mean),
    worstTenth: Math.min(there.worstTenth, back.worstTenth),
  };
}

const closeTo = (mean: number, worstTenth: number) => {
  return { mean: expect.closeTo(mean, 3), worstTenth: expect.closeTo(worstTenth, 3) };
};

test('two pictures are copies up to a mean difference of 0.24, and not from there on', () => {
  const below = changed(17);
  const above = changed(18);
  expect(difference(below).mean).toBeCloseTo(0.234, 3);
  expect(difference(above)).toEqual(closeTo(0.243, 0.303));
  expect([isCopy(wall, below), isCopy(wall, above)]).toEqual([true, false]);
});

test('nor where a tenth of them differs by 0.47, however alike the rest', () => {
  const below = changed(34, 0.2);
  const above = changed(35, 0.2);
  expect(difference(below).worstTenth).toBeCloseTo(0.461, 3);
  expect(difference(above)).toEqual(closeTo(0.138, 0.474));
  expect([isCopy(wall, below), isCopy(wall, above)]).toEqual([true, false]);
});

test('a picture is looked at more closely up to 64 bits of 256, and not with 65', () => {
  const hash = new Uint8Array(32);
  const differing = (bits: number) => {
    const other = Uint8Array.from(hash);
    for (let bit = 0; bit < bits; bit += 1)
      other[bit >> 3] = (other[bit >> 3] ?? 0) | (1 << (bit & 7));
    return other;
  };
  const all = new Uint8Array(32).fill(255);
  for (const [bits, expected] of [
    [64, true],
    [65, false],
  ] as const) {
    expect(isCandidate([hash], { whole: differing(bits), core: all })).toBe(expected);
    expect(isCandidate([hash], { whole: all, core: differing(bits) })).toBe(expected);
  }
});
