/** A channel of the sound and how loud the hall plays it. */
export interface HallChannel {
  /** 1 is full scale. */
  samples: Float32Array;
  /** Sound pressure level in dB(C) of pink noise at −20 dBFS RMS: 85 in front, 82 of a surround (SMPTE RP 200). */
  referenceDb: number;
}

/** Blocks of the spectrum; half of each overlaps the next. */
const blockLength = 4096;

/**
 * Equivalent loudness Leq(m) of a sound in a hall set to its reference level, in dB: the energy of all channels, weighted
 * with ISO 21727's curve M, over the whole duration. A tone of 1 kHz at −20 dBFS RMS in front gives 79.4.
 * @returns −Infinity for silence
 */
export function leqM(channels: readonly HallChannel[], sampleRate: number): number {
  const weights = Float64Array.from({ length: blockLength / 2 + 1 }, (_, bin) =>
    weightM((bin * sampleRate) / blockLength),
  );
  let energy = 0;
  for (const { samples, referenceDb } of channels) {
    if (!samples.some((sample) => sample !== 0)) continue;
    const power = powerSpectrum(samples, blockLength).reduce(
      (sum, value, bin) => sum + value * (weights[bin] ?? 0),
      0,
    );
    // −20 dBFS RMS is a mean square of 0.01.
    energy += power * 10 ** ((referenceDb + 20) / 10);
  }
  return 10 * Math.log10(energy);
}

/** The curve of ITU-R BS.468 less 5.6 dB, as a factor of power; 0 dB lies at 2 kHz. */
function weightM(hertz: number): number {
  const f = hertz;
  const h1 =
    -4.737338981378384e-24 * f ** 6 +
    2.043828333606125e-15 * f ** 4 -
    1.363894795463638e-7 * f ** 2 +
    1;
  const h2 =
    1.306612257412824e-19 * f ** 5 - 2.118150887518656e-11 * f ** 3 + 5.559488023498642e-4 * f;
  const response = (1.246332637532143e-4 * f) ** 2 / (h1 ** 2 + h2 ** 2);
  return response * 10 ** ((18.2 - 5.6) / 10);
}

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
