/**
 * Mean square of a sound by frequency, bins from 0 to half the sampling rate; their sum is the sound's mean square.
 * Blocks overlap by half under sine windows, whose squares add up to one, so that nothing counts twice or is missed.
 * @param length of a block, a power of two
 */
export function powerSpectrum(samples: Float32Array, length: number): Float64Array {
  const half = length / 2;
  const power = new Float64Array(half + 1);
  const window = Float64Array.from({ length }, (_, n) => Math.sin((Math.PI * (n + 0.5)) / length));
  const real = new Float64Array(length);
  const imaginary = new Float64Array(length);
  for (let start = -half; start < samples.length; start += half) {
    for (let n = 0; n < length; n += 1) {
      real[n] = (samples[start + n] ?? 0) * (window[n] as number);
    }
    imaginary.fill(0);
    transform(real, imaginary);
    for (let bin = 0; bin <= half; bin += 1) {
      const sides = bin === 0 || bin === half ? 1 : 2;
      power[bin] =
        (power[bin] as number) +
        sides * ((real[bin] as number) ** 2 + (imaginary[bin] as number) ** 2);
    }
  }
  const scale = 1 / (length * Math.max(1, samples.length));
  return power.map((value) => value * scale);
}

/** Fast Fourier transform in place, radix 2. */
function transform(real: Float64Array, imaginary: Float64Array): void {
  const length = real.length;
  for (let at = 1, swapped = 0; at < length; at += 1) {
    let bit = length >> 1;
    for (; swapped & bit; bit >>= 1) swapped ^= bit;
    swapped ^= bit;
    if (at < swapped) {
      for (const part of [real, imaginary]) {
        const kept = part[at] as number;
        part[at] = part[swapped] as number;
        part[swapped] = kept;
      }
    }
  }
  for (let size = 2; size <= length; size *= 2) {
    const half = size / 2;
    for (let turn = 0; turn < half; turn += 1) {
      const cosine = Math.cos((2 * Math.PI * turn) / size);
      const sine = -Math.sin((2 * Math.PI * turn) / size);
      for (let low = turn; low < length; low += size) {
        const high = low + half;
        const re = real[high] as number;
        const im = imaginary[high] as number;
        const rotatedRe = re * cosine - im * sine;
        const rotatedIm = re * sine + im * cosine;
        real[high] = (real[low] as number) - rotatedRe;
        imaginary[high] = (imaginary[low] as number) - rotatedIm;
        real[low] = (real[low] as number) + rotatedRe;
        imaginary[low] = (imaginary[low] as number) + rotatedIm;
      }
    }
  }
}
