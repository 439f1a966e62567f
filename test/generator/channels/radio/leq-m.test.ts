import { expect, it } from 'vitest';
import { leqM, powerSpectrum } from '../../../../generator/channels/radio/leq-m.ts';

const rate = 48_000;

/** A tone of so many dBFS RMS. */
function tone(hertz: number, decibels: number, seconds = 0.5): Float32Array {
  const amplitude = Math.SQRT2 * 10 ** (decibels / 20);
  return Float32Array.from(
    { length: seconds * rate },
    (_, n) => amplitude * Math.sin((2 * Math.PI * hertz * n) / rate),
  );
}

const inFront = (samples: Float32Array) => leqM([{ samples, referenceDb: 85 }], rate);

// ITU-R BS.468-4, Table 1, less 5.6 dB, at −20 dBFS RMS in front.
it.each([
  [31.5, -29.9],
  [100, -19.8],
  [200, -13.8],
  [400, -7.8],
  [1000, 0],
  [2000, 5.6],
  [3150, 9.0],
  [6300, 12.2],
  [10_000, 8.1],
  [16_000, -11.7],
])('weights a tone of %d Hz by the curve', (hertz, weight) => {
  // The ends of a short tone are heard beside a frequency that the curve weighs little.
  const seconds = hertz < 100 ? 2 : 0.5;
  expect(Math.abs(inFront(tone(hertz, -20, seconds)) - (85 - 5.6 + weight))).toBeLessThan(0.45);
});

it('gives 79.4 dB for 1 kHz at −20 dBFS, and follows the level', () => {
  expect(inFront(tone(1000, -20))).toBeCloseTo(79.4, 1);
  expect(inFront(tone(1000, -40)) - inFront(tone(1000, -20))).toBeCloseTo(-20, 2);
});

it('averages over the whole duration: half of it silent is 3 dB less', () => {
  const half = new Float32Array(rate);
  half.set(tone(1000, -20));
  expect(inFront(tone(1000, -20)) - inFront(half)).toBeCloseTo(3.01, 1);
});

it('adds the channels up, a surround 3 dB softer', () => {
  const samples = tone(1000, -20);
  const two = [85, 85].map((referenceDb) => ({ samples, referenceDb }));
  expect(leqM(two, rate) - inFront(samples)).toBeCloseTo(3.01, 2);
  expect(leqM([{ samples, referenceDb: 82 }], rate) - inFront(samples)).toBeCloseTo(-3, 5);
});

it('is −Infinity for silence', () => {
  expect(inFront(new Float32Array(rate))).toBe(Number.NEGATIVE_INFINITY);
});

it('has a spectrum whose sum is the mean square, whatever the length', () => {
  const samples = Float32Array.from({ length: 10_007 }, (_, n) => Math.sin(n * n * 0.001) * 0.3);
  const meanSquare = samples.reduce((sum, value) => sum + value * value, 0) / samples.length;
  const sum = powerSpectrum(samples, 1024).reduce((total, value) => total + value, 0);
  expect(sum).toBeCloseTo(meanSquare, 9);
});
