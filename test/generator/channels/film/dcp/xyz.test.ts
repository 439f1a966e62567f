import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toXyz } from '../../../../../generator/channels/film/dcp/xyz.ts';

function codesOf(...pixels: readonly (readonly [number, number, number])[]): number[] {
  const out = new Uint16Array(pixels.length * 3);
  toXyz(Uint8Array.from(pixels.flatMap(([r, g, b]) => [r, g, b, 255])), out);
  expect(out.every((word) => (word & 15) === 0)).toBe(true);
  return [...out].map((word) => word >> 4);
}

/** SMPTE ST 428-1 written out. */
function formula([r, g, b]: readonly [number, number, number]): number[] {
  const linear = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  const red = linear(r);
  const green = linear(g);
  const blue = linear(b);
  return [
    0.4124564 * red + 0.3575761 * green + 0.1804375 * blue,
    0.2126729 * red + 0.7151522 * green + 0.072175 * blue,
    0.0193339 * red + 0.119192 * green + 0.9503041 * blue,
  ].map((light) => Math.round(4095 * ((light * 48) / 52.37) ** (1 / 2.6)));
}

it('turns white into the DCDM’s 3883 3960 4092 and black into nothing', () => {
  expect(codesOf([255, 255, 255])).toEqual([3883, 3960, 4092]);
  expect(codesOf([0, 0, 0])).toEqual([0, 0, 0]);
});

it('gives the rounded values of the formula for any colour, the darkest too', () => {
  const value = fc.integer({ min: 0, max: 255 });
  const dark = fc.integer({ min: 0, max: 8 });
  for (const component of [value, dark]) {
    fc.assert(
      fc.property(fc.tuple(component, component, component), (colour) => {
        expect(codesOf(colour)).toEqual(formula(colour));
      }),
      { numRuns: 300 },
    );
  }
});

it('computes each pixel of a row by its own colour, equal neighbours or not', () => {
  const row = [
    [1, 2, 3],
    [1, 2, 3],
    [3, 2, 1],
    [1, 2, 3],
  ] as const;
  expect(codesOf(...row)).toEqual(row.flatMap(formula));
});

it('takes pixels that lie anywhere in their buffer', () => {
  const out = new Uint16Array(3);
  toXyz(Uint8Array.of(0, 255, 255, 255, 255).subarray(1), out);
  expect([...out].map((word) => word >> 4)).toEqual([3883, 3960, 4092]);
});

it('wants three words a pixel', () => {
  expect(() => toXyz(new Uint8Array(8), new Uint16Array(3))).toThrow('Expected 6 words');
});
